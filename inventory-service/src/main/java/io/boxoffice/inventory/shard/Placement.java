package io.boxoffice.inventory.shard;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Chooses shards for events: an empty dedicated one for a hot event, else the emptiest shared one that has room. Among the
 * shards that answer now, if any does.
 */
@Component
public class Placement {
    private static final Logger log = LoggerFactory.getLogger(Placement.class);

    private final ShardDirectory directory;
    private final Shards shards;
    private final ShardMetrics metrics;
    private final int most;

    Placement(ShardDirectory directory, Shards shards, ShardMetrics metrics, ShardProperties properties) {
        this.directory = directory;
        this.shards = shards;
        this.metrics = metrics;
        this.most = properties.shardsMostEvents();
    }

    /** The event's place, decided once. */
    Place place(UUID event, boolean hot, Instant onSaleUntil) {
        return directory.placing(() -> directory
                .placeOf(event)
                .orElseGet(() -> directory.place(event, choose(event, hot, null).orElseThrow(), hot, onSaleUntil)));
    }

    /** Where the event could go from there, if there is another open shard. */
    public Optional<String> elsewhere(UUID event, boolean hot, String from) {
        return choose(event, hot, from);
    }

    private Optional<String> choose(UUID event, boolean hot, @Nullable String except) {
        var open = shards.open().stream()
                .filter(entry -> !entry.name().equals(except))
                .toList();
        var ready = open.stream().filter(entry -> shards.isReady(entry.name())).toList();
        var candidates = ready.isEmpty() ? open : ready;
        var dedicated = names(candidates, true);
        var shared = names(candidates, false);
        return (hot ? directory.emptiest(dedicated, 1) : Optional.<String>empty())
                .or(() -> directory.emptiest(shared, most))
                .or(() -> full(event, shared))
                .or(() -> directory.emptiest(dedicated, Integer.MAX_VALUE));
    }

    private static List<String> names(List<ShardRegister.Entry> entries, boolean dedicated) {
        return entries.stream()
                .filter(entry -> entry.dedicated() == dedicated)
                .map(ShardRegister.Entry::name)
                .toList();
    }

    /** Better a full shard than none; but somebody should add one. */
    private Optional<String> full(UUID event, List<String> shared) {
        var chosen = directory.emptiest(shared, Integer.MAX_VALUE);
        chosen.ifPresent(shard -> {
            metrics.overfull();
            log.atWarn()
                    .addKeyValue("event_id", event)
                    .addKeyValue("shard", shard)
                    .addKeyValue("most", most)
                    .log("all shared shards are full");
        });
        return chosen;
    }
}
