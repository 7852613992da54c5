package io.boxoffice.event.availability;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is left of an event: inventory's figures, remembered for a few seconds, and kept when inventory is away. */
@Component
public class LiveAvailability {
    private static final int MOST_EVENTS = 10_000;

    /** Nothing is for sale yet. */
    public static final Figures NONE = _ -> 0;

    /** What is left, by section. */
    @FunctionalInterface
    public interface Figures {
        /** Seats available in this section; null while nobody can tell. */
        @Nullable
        Integer of(String section);
    }

    private final LoadingCache<UUID, EventFigures> cache;
    private final MeterRegistry metrics;

    LiveAvailability(
            AvailabilityCounts inventory, CacheProperties properties, InstantSource clock, MeterRegistry metrics) {
        this.metrics = metrics;
        this.cache = Caffeine.newBuilder()
                .maximumSize(MOST_EVENTS)
                .build(eventId -> new EventFigures(eventId, inventory, properties.l3(), clock));
    }

    /** The figures of an event whose seats are made. */
    public Figures of(UUID eventId) {
        var reading = cache.get(eventId).read();
        Counter.builder("boxoffice.cache.requests")
                .description("Reads of a cache")
                .tag("layer", "l3")
                .tag("result", reading.result())
                .register(metrics)
                .increment();
        return reading.bySection()::get;
    }
}
