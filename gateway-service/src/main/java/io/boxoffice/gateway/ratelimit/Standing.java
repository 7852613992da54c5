package io.boxoffice.gateway.ratelimit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Where somebody stands with a limit.
 *
 * @param passes whether this request was within it
 * @param remaining how many more are
 * @param reset when the oldest that counts will count no longer
 */
record Standing(boolean passes, int limit, int remaining, Duration reset) {

    private static final String ATTRIBUTE = Standing.class.getName();

    /** Told with the answer, whoever writes it: of several the one with the least left. */
    void tellWith(ServerWebExchange exchange) {
        var attributes = exchange.getAttributes();
        var other = (@Nullable Standing) attributes.get(ATTRIBUTE);
        if (other == null) {
            var answer = exchange.getResponse();
            answer.beforeCommit(() -> Mono.fromRunnable(() -> {
                var strictest = exchange.<Standing>getRequiredAttribute(ATTRIBUTE);
                strictest.writeTo(answer.getHeaders());
            }));
        }
        if (other == null || remaining < other.remaining || !passes) {
            attributes.put(ATTRIBUTE, this);
        }
    }

    private void writeTo(HttpHeaders headers) {
        headers.set("RateLimit-Limit", Integer.toString(limit));
        headers.set("RateLimit-Remaining", Integer.toString(remaining));
        headers.set("RateLimit-Reset", Long.toString(reset.plusMillis(999).toSeconds()));
    }
}
