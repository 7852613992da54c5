package io.boxoffice.payment.guard;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.springframework.stereotype.Component;

/** One guard for each remote party, set up under {@code resilience4j.*}. */
@Component
public class RemoteGuards {
    private final BulkheadRegistry bulkheads;
    private final CircuitBreakerRegistry breakers;

    RemoteGuards(BulkheadRegistry bulkheads, CircuitBreakerRegistry breakers) {
        this.bulkheads = bulkheads;
        this.breakers = breakers;
    }

    /** The guard of {@code provider, inventory, event, resale} or {@code fraud}. */
    public RemoteGuard named(String party) {
        return new RemoteGuard(bulkheads.bulkhead(party), breakers.circuitBreaker(party));
    }
}
