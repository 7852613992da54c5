package io.boxoffice.gateway.edge;

import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/** Where a request really comes from, as far as we believe it. */
public record Client(@Nullable String address, String scheme) {

    private static final String ATTRIBUTE = Client.class.getName();

    /** The client of a request that has passed {@link EdgeTrust}. */
    public static @Nullable Client of(ServerWebExchange exchange) {
        return exchange.getAttribute(ATTRIBUTE);
    }

    void keepIn(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }
}
