package io.boxoffice.waitingroom.admission;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** The queue's figures by event. Every instance counts what it did itself; the length is the same whoever looks. */
@Component
class QueueMetrics {
    private final MeterRegistry registry;
    private final Map<UUID, Meters> events = new ConcurrentHashMap<>();

    private record Meters(AtomicLong length, Counter admissions, Counter abandoned, Timer waited) {}

    QueueMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void length(UUID event, long waiting) {
        of(event).length().set(waiting);
    }

    void abandoned(UUID event, long fans) {
        of(event).abandoned().increment(fans);
    }

    void admittedAfter(UUID event, long waitedMicros) {
        var meters = of(event);
        meters.admissions().increment();
        meters.waited().record(waitedMicros, TimeUnit.MICROSECONDS);
    }

    private Meters of(UUID event) {
        return events.computeIfAbsent(event, this::register);
    }

    private Meters register(UUID event) {
        var tags = Tags.of("event_id", event.toString());
        return new Meters(
                registry.gauge("boxoffice.queue.length", tags, new AtomicLong()),
                registry.counter("boxoffice.queue.admissions", tags),
                registry.counter("boxoffice.queue.abandoned", tags),
                Timer.builder("boxoffice.queue.wait")
                        .tags(tags)
                        .minimumExpectedValue(Duration.ofMillis(100))
                        .maximumExpectedValue(Duration.ofHours(4))
                        .publishPercentileHistogram()
                        .register(registry));
    }
}
