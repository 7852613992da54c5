package io.boxoffice.inventory.shard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.boxoffice.common.web.Problems;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** From an event to its shard. */
@Component
public class ShardRouter {
    private static final long REMEMBERED = 100_000;

    private final ShardDirectory directory;
    private final Shards shards;
    private final ShardProperties properties;
    private final Cache<UUID, String> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    ShardRouter(ShardDirectory directory, Shards shards, ShardProperties properties) {
        this.directory = directory;
        this.shards = shards;
        this.properties = properties;
    }

    /**
     * The shard that has this event.
     *
     * @throws io.boxoffice.common.web.ProblemException 404 for an event that has none
     */
    public Shard shardOf(UUID event) {
        return shards.get(nameOf(event));
    }

    /** The same, or nothing for an event that was never placed. */
    public Optional<Shard> find(UUID event) {
        var name = known.getIfPresent(event);
        return (name != null ? Optional.of(name) : directory.shardOf(event))
                .map(found -> shards.get(remember(event, found)));
    }

    private String nameOf(UUID event) {
        var name = known.getIfPresent(event);
        return name != null ? name : remember(event, directory.shardOf(event).orElse(null));
    }

    private String remember(UUID event, @Nullable String name) {
        if (name == null) {
            throw Problems.notFound();
        }
        known.put(event, name);
        return name;
    }

    /** Decides, once and for all, where a new event goes; among the shards that answer now if any does. */
    public Shard place(UUID event, boolean hot) {
        var ready = shards.ready().stream().map(Shard::name).toList();
        var candidates = ready.isEmpty() ? List.copyOf(properties.shards().keySet()) : ready;
        var dedicated = candidates.stream().filter(this::dedicated).toList();
        var shared = candidates.stream().filter(name -> !dedicated(name)).toList();
        return shards.get(remember(event, directory.place(event, hot, shared, dedicated)));
    }

    private boolean dedicated(String name) {
        var database = properties.shards().get(name);
        return database != null && database.dedicated();
    }
}
