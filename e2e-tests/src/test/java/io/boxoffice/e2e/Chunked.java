package io.boxoffice.e2e;

import io.boxoffice.e2e.client.http.Answer;
import io.boxoffice.e2e.client.http.Call;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Sends a body without telling its length first. */
final class Chunked {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Chunked() {}

    static Answer send(String base, Call call) throws IOException, InterruptedException {
        byte[] body = Objects.requireNonNull(call.body()).getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create(base + call.path()))
                .method(call.method(), BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
        call.headers().forEach(request::header);
        long sent = System.nanoTime();
        var response = CLIENT.send(request.build(), BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.headers(), response.body(), sent, System.nanoTime());
    }
}
