package io.boxoffice.gateway.ratelimit;

import io.boxoffice.gateway.door.Passage;
import io.boxoffice.gateway.door.Step;
import io.boxoffice.gateway.identity.Subject;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Counts the requests of an account, wherever they come from; those that name none are not asked. */
@Component
public class AccountLimit implements Step {

    private final LimitGate gate;

    AccountLimit(LimitGate gate) {
        this.gate = gate;
    }

    @Override
    public Mono<Passage> look(ServerWebExchange exchange) {
        var subject = Subject.of(exchange);
        return subject == null ? Passage.granted(exchange) : gate.look(exchange, Scope.ACCOUNT, subject.id());
    }
}
