package io.boxoffice.resale.purchase;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.HttpClientErrorException;

/** Another service's answer as ours: status, body, and the headers that belong to them. */
final class Relay {
    private static final List<String> HEADERS =
            List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION, HttpHeaders.RETRY_AFTER, "Idempotency-Replayed");

    private Relay() {}

    static ResponseEntity<byte[]> of(ResponseEntity<byte[]> answer) {
        return of(answer.getStatusCode(), answer.getHeaders(), answer.getBody());
    }

    static ResponseEntity<byte[]> of(HttpClientErrorException refused) {
        return of(refused.getStatusCode(), refused.getResponseHeaders(), refused.getResponseBodyAsByteArray());
    }

    private static ResponseEntity<byte[]> of(
            HttpStatusCode status, @Nullable HttpHeaders theirs, byte @Nullable [] body) {
        var headers = new HttpHeaders();
        for (var name : HEADERS) {
            var value = theirs == null ? null : theirs.getFirst(name);
            if (value != null) {
                headers.set(name, value);
            }
        }
        return new ResponseEntity<>(body, headers, status);
    }
}
