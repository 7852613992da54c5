package io.boxoffice.event.cache;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Values of one kind in Redis, each with the time until which it is believed. */
final class SharedValues<V> {
    private final SharedLayer layer;
    private final JsonMapper json;
    private final ObjectReader reader;
    private final Function<V, Sharing> sharing;
    private final CacheProperties properties;
    private final InstantSource clock;
    private final Hits hits;

    private record Stored<V>(V value, Instant until) {}

    SharedValues(
            SharedLayer layer,
            JsonMapper json,
            ObjectReader reader,
            Function<V, Sharing> sharing,
            CacheProperties properties,
            InstantSource clock,
            Hits hits) {
        this.layer = layer;
        this.json = json;
        this.reader = reader;
        this.sharing = sharing;
        this.properties = properties;
        this.clock = clock;
        this.hits = hits;
    }

    /** The value in Redis, or the source's, which is kept for all; {@code ahead} asks the source a while before it must. */
    V get(Key key, Supplier<V> source, boolean ahead) {
        var found = layer.find(key);
        var stored = read(found.text());
        if (stored != null && clock.instant().isBefore(ahead ? early(stored) : stored.until())) {
            hits.hit();
            return stored.value();
        }
        hits.miss();
        var value = source.get();
        var lasts = switch (sharing.apply(value)) {
            case NOT -> Duration.ZERO;
            case DURING_SALE -> properties.l2Sale();
            case LONG -> properties.l2();
        };
        if (!lasts.isZero()) {
            layer.keep(key, found, clock.instant().plus(lasts) + "\n" + json.writeValueAsString(value), lasts);
        }
        return value;
    }

    /** Too old before memory asks again. */
    private Instant early(Stored<V> stored) {
        return stored.until().minus(properties.l3());
    }

    /** What another release of ours wrote in another shape is not there. */
    private @Nullable Stored<V> read(@Nullable String text) {
        if (text == null) {
            return null;
        }
        int end = text.indexOf('\n');
        try {
            return new Stored<>(reader.readValue(text.substring(end + 1)), Instant.parse(text.substring(0, end)));
        } catch (JacksonException | DateTimeException | IndexOutOfBoundsException _) {
            return null;
        }
    }
}
