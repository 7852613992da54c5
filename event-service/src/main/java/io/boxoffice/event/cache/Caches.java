package io.boxoffice.event.cache;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The caches of this instance. */
@Component
public class Caches {
    private final SharedLayer shared;
    private final JsonMapper json;
    private final CacheProperties properties;
    private final InstantSource clock;
    private final Hits l2;
    private final Hits l3;
    private final List<LayeredCache<?>> all = new CopyOnWriteArrayList<>();

    Caches(
            SharedLayer shared,
            JsonMapper json,
            CacheProperties properties,
            InstantSource clock,
            MeterRegistry metrics) {
        this.shared = shared;
        this.json = json;
        this.properties = properties;
        this.clock = clock;
        this.l2 = new Hits("l2", metrics);
        this.l3 = new Hits("l3", metrics);
    }

    /**
     * A new cache for values of this type.
     *
     * @param most how many of them memory keeps
     * @param sharing how long Redis may keep a value
     */
    public <V> LayeredCache<V> cache(int most, TypeReference<V> type, Function<V, Sharing> sharing) {
        var values = new SharedValues<>(shared, json, json.readerFor(type), sharing, properties, clock, l2);
        var cache = new LayeredCache<>(most, values, properties.l3(), clock, l3);
        all.add(cache);
        return cache;
    }

    /** Forgets everything in the scope of this key, here, in Redis and in every other instance. Call it after the commit. */
    public void changed(Key key) {
        changedElsewhere(key.word());
        shared.changed(key);
    }

    void changedElsewhere(String word) {
        all.forEach(cache -> cache.changed(word));
    }

    void everythingMayHaveChanged() {
        all.forEach(LayeredCache::everythingMayHaveChanged);
    }
}
