package io.boxoffice.auditor.watch;

import io.boxoffice.auditor.rule.Invariants;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** {@code boxoffice_invariant_violations_total{invariant}}, there from the start, so that the first violation is a rise. */
@Component
class AuditMetrics {

    private final List<Counter> violations;
    private final Timer done;
    private final Timer failed;
    private final AtomicInteger watched = new AtomicInteger();

    AuditMetrics(MeterRegistry registry) {
        this.violations = IntStream.rangeClosed(1, Invariants.COUNT)
                .mapToObj(invariant -> Counter.builder("boxoffice.invariant.violations")
                        .description("Violations of an invariant that did not settle")
                        .tag("invariant", Integer.toString(invariant))
                        .register(registry))
                .toList();
        this.done = walks(registry, "done");
        this.failed = walks(registry, "failed");
        registry.gauge("boxoffice.auditor.events", watched);
    }

    private static Timer walks(MeterRegistry registry, String outcome) {
        return Timer.builder("boxoffice.auditor.walks")
                .description("Walks over all events")
                .tag("outcome", outcome)
                .register(registry);
    }

    void violated(int invariant) {
        violations.get(invariant - 1).increment();
    }

    void walked(Duration took, int events) {
        done.record(took);
        watched.set(events);
    }

    void failed(Duration took) {
        failed.record(took);
    }
}
