package io.boxoffice.resale.guard;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.concurrent.Callable;

/** Bounds the calls to one remote party: so many at once, and none while it is plainly down. */
public final class RemoteGuard {
    private final Bulkhead bulkhead;
    private final CircuitBreaker breaker;

    RemoteGuard(Bulkhead bulkhead, CircuitBreaker breaker) {
        this.bulkhead = bulkhead;
        this.breaker = breaker;
    }

    /** Runs one call, or throws at once where there is no room or no hope. */
    public <T> T call(Callable<T> call) throws Exception {
        return bulkhead.executeCallable(() -> breaker.executeCallable(call));
    }
}
