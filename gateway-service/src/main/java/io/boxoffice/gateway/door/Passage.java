package io.boxoffice.gateway.door;

import io.boxoffice.gateway.problem.Problem;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What a step decided about a request. */
public sealed interface Passage {

    /** The request goes on as this exchange. */
    record Granted(ServerWebExchange exchange) implements Passage {}

    /** The request ends here with this answer. */
    record Refused(Problem problem) implements Passage {}

    /** The step has the answer itself; the request goes no further. */
    record Answered(Mono<Void> answer) implements Passage {}

    /** Lets the exchange go on. */
    static Mono<Passage> granted(ServerWebExchange exchange) {
        return Mono.just(new Granted(exchange));
    }

    /** Ends the exchange with a problem. */
    static Mono<Passage> refused(Problem problem) {
        return Mono.just(new Refused(problem));
    }

    /** Ends the exchange with an answer of the step's own. */
    static Mono<Passage> answered(Mono<Void> answer) {
        return Mono.just(new Answered(answer));
    }
}
