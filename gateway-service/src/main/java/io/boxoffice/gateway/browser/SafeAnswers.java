package io.boxoffice.gateway.browser;

import io.boxoffice.gateway.door.Passage;
import io.boxoffice.gateway.door.Step;
import io.boxoffice.gateway.edge.Client;
import io.boxoffice.gateway.identity.Subject;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Puts on every answer what keeps browsers from misusing it, where its author has said nothing else. */
@Component
public class SafeAnswers implements Step {

    private static final Map<String, String> SAFE = Map.of(
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    private static final List<String> TELLING = List.of("Server", "X-Powered-By", "Via");
    private static final String QUEUE_TOKEN = "X-Queue-Token";

    SafeAnswers() {}

    @Override
    public Mono<Passage> look(ServerWebExchange exchange) {
        exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> complete(exchange)));
        return Passage.granted(exchange);
    }

    private static void complete(ServerWebExchange exchange) {
        var answer = exchange.getResponse().getHeaders();
        SAFE.forEach((name, value) -> setIfAbsent(answer, name, value));
        TELLING.forEach(answer::remove);
        var client = Client.of(exchange);
        if (client != null && client.scheme().equals("https")) {
            setIfAbsent(answer, "Strict-Transport-Security", "max-age=31536000");
        }
        if (isPersonal(exchange)) {
            setIfAbsent(answer, HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    private static boolean isPersonal(ServerWebExchange exchange) {
        return Subject.of(exchange) != null
                || exchange.getRequest().getHeaders().containsHeader(QUEUE_TOKEN);
    }

    private static void setIfAbsent(HttpHeaders answer, String name, String value) {
        if (!answer.containsHeader(name)) {
            answer.set(name, value);
        }
    }
}
