package io.boxoffice.waitingroom.control;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** The rate of each line, the same whoever looks; and what was decided, counted by the instance that did. */
@Component
class RateMetrics {
    private final MeterRegistry registry;
    private final Map<UUID, AtomicLong> rates = new ConcurrentHashMap<>();

    RateMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void rate(UUID event, long perMinute) {
        rates.computeIfAbsent(event, this::gauge).set(perMinute);
    }

    private AtomicLong gauge(UUID event) {
        return registry.gauge("boxoffice.admission.rate", Tags.of("event_id", event.toString()), new AtomicLong());
    }

    void decided(String decision) {
        registry.counter("boxoffice.admission.decisions", "decision", decision).increment();
    }
}
