package io.boxoffice.notification.delivery;

import io.boxoffice.notification.letter.Kind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** {@code boxoffice_mails_total{kind,outcome}} and {@code boxoffice_mails_oldest_queued_seconds}. */
@Component
class MailMetrics {
    private final MeterRegistry registry;
    private volatile double oldestQueuedSeconds;

    MailMetrics(MeterRegistry registry) {
        this.registry = registry;
        Gauge.builder("boxoffice.mails.oldest.queued", this, metrics -> metrics.oldestQueuedSeconds)
                .baseUnit("seconds")
                .description("Age of the oldest message that waits to be sent")
                .register(registry);
    }

    void count(String cause, String outcome) {
        Counter.builder("boxoffice.mails")
                .description("Attempts at messages, by how they ended")
                .tag("kind", Kind.ofCause(cause).word())
                .tag("outcome", outcome)
                .register(registry)
                .increment();
    }

    void oldestQueued(double seconds) {
        oldestQueuedSeconds = seconds;
    }
}
