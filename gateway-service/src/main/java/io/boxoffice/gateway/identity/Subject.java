package io.boxoffice.gateway.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/** The person calling. */
public record Subject(String id) {

    private static final String ATTRIBUTE = Subject.class.getName();

    /** The owner of the request's bearer token, if it had one. */
    public static @Nullable Subject of(ServerWebExchange exchange) {
        return exchange.getAttribute(ATTRIBUTE);
    }

    void keepIn(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }
}
