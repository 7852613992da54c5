package io.boxoffice.gateway.door;

import io.boxoffice.gateway.problem.ProblemWriter;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Takes each request through the steps in their order and stops at the first refusal. */
public final class FrontDoor implements WebFilter {

    private final ApplicationContext context;
    private final ProblemWriter problems;
    private final List<Step> steps;

    /** A door for the requests of one context's server. */
    public FrontDoor(ApplicationContext context, ProblemWriter problems, List<Step> steps) {
        this.context = context;
        this.problems = problems;
        this.steps = List.copyOf(steps);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        // the management server is a child context and inherits this filter, but is not a public door
        return exchange.getApplicationContext() == context ? from(0, exchange, chain) : chain.filter(exchange);
    }

    private Mono<Void> from(int step, ServerWebExchange exchange, WebFilterChain chain) {
        if (step == steps.size()) {
            return chain.filter(exchange);
        }
        return steps.get(step).look(exchange).flatMap(passage -> switch (passage) {
            case Passage.Granted(var next) -> from(step + 1, next, chain);
            case Passage.Answered(var answer) -> answer;
            case Passage.Refused(var problem) -> problems.write(exchange, problem);
        });
    }
}
