package io.boxoffice.gateway.ratelimit;

import io.boxoffice.gateway.door.Passage;
import io.boxoffice.gateway.problem.Problem;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Lets a request pass that is within its limit, and tells with the answer how much is left. */
@Component
class LimitGate {

    private final RateLimits limits;
    private final MeterRegistry metrics;

    LimitGate(RateLimits limits, MeterRegistry metrics) {
        this.limits = limits;
        this.metrics = metrics;
    }

    Mono<Passage> look(ServerWebExchange exchange, Scope scope, String key) {
        return limits.take(scope, key).flatMap(standing -> {
            standing.tellWith(exchange);
            if (standing.passes()) {
                return Passage.granted(exchange);
            }
            metrics.counter("boxoffice.rate.limited", "scope", scope.word()).increment();
            return Passage.refused(Problem.rateLimited(standing.reset()));
        });
    }
}
