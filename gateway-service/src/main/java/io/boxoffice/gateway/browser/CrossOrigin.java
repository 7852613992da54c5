package io.boxoffice.gateway.browser;

import io.boxoffice.gateway.door.Passage;
import io.boxoffice.gateway.door.Step;
import io.boxoffice.gateway.route.RouteTable;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Lets pages of the allowed origins read our answers, and answers the browsers that ask beforehand. Any other origin is
 * told nothing, which is a no. Without credentials: nobody here is known by a cookie.
 */
@Component
public class CrossOrigin implements Step {

    private static final String REQUEST_HEADERS =
            "Authorization, Content-Type, Idempotency-Key, X-Access-Token, X-Device-Id,"
                    + " X-Clearance, X-Queue-Token, X-Queue-Secret, X-Request-Id, If-None-Match";
    private static final String ANSWER_HEADERS = "Location, Retry-After, RateLimit-Limit, RateLimit-Remaining,"
            + " RateLimit-Reset, ETag, X-Request-Id, Idempotency-Replayed";

    private final Set<String> allowed;
    private final String maxAge;

    CrossOrigin(CrossOriginProperties properties) {
        allowed = Set.copyOf(properties.allowedOrigins());
        maxAge = Long.toString(properties.maxAge().toSeconds());
    }

    @Override
    public Mono<Passage> look(ServerWebExchange exchange) {
        var asked = exchange.getRequest().getHeaders();
        var origin = asked.getFirst(HttpHeaders.ORIGIN);
        var methods = isPreflight(exchange)
                ? RouteTable.methodsAt(exchange.getRequest().getURI().getRawPath())
                : Set.<HttpMethod>of();
        if (!methods.isEmpty()) {
            return Passage.answered(Mono.defer(() -> answer(exchange, origin, methods)));
        }
        if (!allowed.isEmpty()) {
            var answer = exchange.getResponse();
            answer.beforeCommit(() -> Mono.fromRunnable(() -> open(answer.getHeaders(), origin)));
        }
        return Passage.granted(exchange);
    }

    private Mono<Void> answer(ServerWebExchange exchange, @Nullable String origin, Set<HttpMethod> methods) {
        var response = exchange.getResponse();
        var headers = response.getHeaders();
        response.setStatusCode(HttpStatus.NO_CONTENT);
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS);
        if (open(headers, origin)) {
            headers.set(
                    HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS,
                    methods.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", ")));
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS);
            headers.set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, maxAge);
        }
        return response.setComplete();
    }

    private boolean open(HttpHeaders answer, @Nullable String origin) {
        // a cache must not hand the answer for one origin to another
        answer.add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        if (origin == null || !allowed.contains(origin)) {
            return false;
        }
        answer.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        answer.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, ANSWER_HEADERS);
        return true;
    }

    private static boolean isPreflight(ServerWebExchange exchange) {
        var headers = exchange.getRequest().getHeaders();
        return HttpMethod.OPTIONS.equals(exchange.getRequest().getMethod())
                && headers.containsHeader(HttpHeaders.ORIGIN)
                && headers.containsHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
    }
}
