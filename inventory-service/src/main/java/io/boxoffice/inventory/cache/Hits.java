package io.boxoffice.inventory.cache;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** How often a layer knew the answer. */
public final class Hits {
    private final Counter hit;
    private final Counter miss;

    /** @param layer {@code l2} or {@code l3} */
    public Hits(String layer, MeterRegistry metrics) {
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

    /** It knew. */
    public void hit() {
        hit.increment();
    }

    /** It did not. */
    public void miss() {
        miss.increment();
    }
}
