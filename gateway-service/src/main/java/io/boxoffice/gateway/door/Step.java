package io.boxoffice.gateway.door;

import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** One look at a request on its way in. */
@FunctionalInterface
public interface Step {

    /** Lets the request pass, perhaps changed, or refuses it. */
    Mono<Passage> look(ServerWebExchange exchange);
}
