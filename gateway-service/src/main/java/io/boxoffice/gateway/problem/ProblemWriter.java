package io.boxoffice.gateway.problem;

import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Answers an exchange with a problem. */
@Component
public class ProblemWriter {

    /** Names the request; the first step puts it on every answer. */
    public static final String REQUEST_ID = "X-Request-Id";

    private final ProblemJson json;

    ProblemWriter(ProblemJson json) {
        this.json = json;
    }

    /** Replaces whatever the answer was going to be. */
    public Mono<Void> write(ServerWebExchange exchange, Problem problem) {
        var response = exchange.getResponse();
        var headers = response.getHeaders();
        var requestId = Objects.requireNonNullElse(headers.getFirst(REQUEST_ID), "");
        // a service's headers may be there already when its body fails
        headers.clear();
        response.setStatusCode(problem.status());
        headers.set(REQUEST_ID, requestId);
        headers.set(HttpHeaders.CONTENT_TYPE, ProblemJson.MEDIA_TYPE);
        headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        problem.headers().forEach(headers::set);
        var body = json.bytes(problem, exchange.getRequest().getURI().getRawPath(), requestId);
        headers.setContentLength(body.length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }
}
