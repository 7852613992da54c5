package io.boxoffice.gateway.route;

import java.util.Map;
import org.springframework.web.server.ServerWebExchange;

/** The line of the table a request belongs to, with the ids in its path. */
public record Match(Endpoint endpoint, Map<String, String> variables) {

    private static final String ATTRIBUTE = Match.class.getName();

    /** The match of a request that has passed {@link RouteMatch}. */
    public static Match of(ServerWebExchange exchange) {
        return exchange.getRequiredAttribute(ATTRIBUTE);
    }

    void keepIn(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }
}
