package io.boxoffice.payment.refund;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Counts what became of refunds, once for each; from zero on, so that the first of each is an increase. */
@Component
class RefundMetrics {
    private final Counter succeeded;
    private final Counter failed;
    private final Counter refused;
    private final AtomicInteger stuck;

    RefundMetrics(MeterRegistry registry) {
        this.succeeded = registry.counter("boxoffice.refunds", "outcome", "succeeded");
        this.failed = registry.counter("boxoffice.refunds", "outcome", "failed");
        this.refused = registry.counter("boxoffice.refunds", "outcome", "refused");
        this.stuck = registry.gauge("boxoffice.refunds.stuck", new AtomicInteger());
    }

    /** {@code boxoffice_refunds_total{outcome="succeeded"}}. */
    void succeeded() {
        succeeded.increment();
    }

    /** {@code boxoffice_refunds_total{outcome="failed"}}: the provider refused for good; somebody has to look. */
    void failed() {
        failed.increment();
    }

    /** {@code boxoffice_refunds_total{outcome="refused"}}: inventory does not give the tickets back. */
    void refused() {
        refused.increment();
    }

    /** {@code boxoffice_refunds_stuck}: without an end for too long. */
    void stuck(int refunds) {
        stuck.set(refunds);
    }
}
