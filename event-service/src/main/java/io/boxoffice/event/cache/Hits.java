package io.boxoffice.event.cache;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** How often a layer knew the answer. */
final class Hits {
    private final Counter hit;
    private final Counter miss;

    Hits(String layer, MeterRegistry metrics) {
        this.hit = counter(layer, "hit", metrics);
        this.miss = counter(layer, "miss", metrics);
    }

    private static Counter counter(String layer, String result, MeterRegistry metrics) {
        return Counter.builder("boxoffice.cache.requests")
                .description("Reads of a cache")
                .tag("layer", layer)
                .tag("result", result)
                .register(metrics);
    }

    void hit() {
        hit.increment();
    }

    void miss() {
        miss.increment();
    }
}
