package io.boxoffice.inventory.shard;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** How shards are filled, and whether they can be used. */
@Component
class ShardMetrics {
    private final MultiGauge events;
    private final MultiGauge ready;
    private final Counter overfull;

    ShardMetrics(MeterRegistry metrics) {
        this.events = MultiGauge.builder("boxoffice.shard.events")
                .description("Events that the directory has placed on a shard")
                .register(metrics);
        this.ready = MultiGauge.builder("boxoffice.shard.ready")
                .description("Whether this instance can use a shard")
                .register(metrics);
        this.overfull = Counter.builder("boxoffice.shard.overfull")
                .description("Events placed on a shared shard that was full, since all were")
                .register(metrics);
    }

    void show(List<ShardRegister.Entry> entries, Predicate<String> isReady) {
        var current = entries.stream()
                .filter(entry -> entry.state() != ShardRegister.State.CLOSED)
                .toList();
        events.register(
                current.stream()
                        .map(entry -> Row.of(Tags.of("shard", entry.name()), entry.events()))
                        .toList(),
                true);
        ready.register(
                current.stream()
                        .map(entry -> Row.of(Tags.of("shard", entry.name()), isReady.test(entry.name()) ? 1 : 0))
                        .toList(),
                true);
    }

    void overfull() {
        overfull.increment();
    }
}
