package io.boxoffice.gateway.edge;

import io.boxoffice.gateway.door.Passage;
import io.boxoffice.gateway.door.Step;
import java.net.InetAddress;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Decides whom to believe about the client's address and scheme; only proxies of ours are asked. */
@Component
public class EdgeTrust implements Step {

    static final String FORWARDED_FOR = "X-Forwarded-For";
    static final String FORWARDED_PROTO = "X-Forwarded-Proto";

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final Forwarding forwarding;

    EdgeTrust(EdgeProperties properties) {
        forwarding = new Forwarding(properties.trustedProxies());
    }

    @Override
    public Mono<Passage> look(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        var remote = request.getRemoteAddress();
        var peer = remote == null ? null : remote.getAddress();
        new Client(address(peer, request), scheme(peer, request)).keepIn(exchange);
        return Passage.granted(exchange);
    }

    private @Nullable String address(@Nullable InetAddress peer, ServerHttpRequest request) {
        return peer == null
                ? null
                : forwarding
                        .client(peer, request.getHeaders().getOrEmpty(FORWARDED_FOR))
                        .getHostAddress();
    }

    private String scheme(@Nullable InetAddress peer, ServerHttpRequest request) {
        var told = request.getHeaders().getFirst(FORWARDED_PROTO);
        if (told != null && SCHEMES.contains(told) && peer != null && forwarding.isTrusted(peer)) {
            return told;
        }
        return request.getSslInfo() == null ? "http" : "https";
    }
}
