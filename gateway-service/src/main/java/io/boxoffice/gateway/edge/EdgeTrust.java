package io.boxoffice.gateway.edge;

import io.boxoffice.gateway.door.Passage;
import io.boxoffice.gateway.door.Step;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Replaces all forwarding headers by one clean pair: the client's address and the scheme it used. */
@Component
public class EdgeTrust implements Step {

    static final String FORWARDED_FOR = "X-Forwarded-For";
    static final String FORWARDED_PROTO = "X-Forwarded-Proto";

    private static final List<String> HEARSAY = List.of(
            "Forwarded",
            FORWARDED_FOR,
            FORWARDED_PROTO,
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Prefix",
            "X-Forwarded-Ssl",
            "X-Real-IP");

    private final Forwarding forwarding;

    EdgeTrust(EdgeProperties properties) {
        forwarding = new Forwarding(properties.trustedProxies());
    }

    @Override
    public Mono<Passage> look(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        var remote = request.getRemoteAddress();
        var peer = remote == null ? null : remote.getAddress();
        var client = peer == null ? null : client(peer, request.getHeaders());
        var scheme = scheme(peer, request);
        return Passage.granted(exchange.mutate()
                .request(builder -> builder.headers(headers -> {
                    HEARSAY.forEach(headers::remove);
                    headers.set(FORWARDED_PROTO, scheme);
                    if (client != null) {
                        headers.set(FORWARDED_FOR, client.getHostAddress());
                    }
                }))
                .build());
    }

    private InetAddress client(InetAddress peer, HttpHeaders headers) {
        return forwarding.client(peer, headers.getOrEmpty(FORWARDED_FOR));
    }

    private String scheme(@Nullable InetAddress peer, ServerHttpRequest request) {
        var told = request.getHeaders().getFirst(FORWARDED_PROTO);
        var believed = peer != null && forwarding.isTrusted(peer) && ("http".equals(told) || "https".equals(told));
        return believed && told != null ? told : request.getSslInfo() == null ? "http" : "https";
    }
}
