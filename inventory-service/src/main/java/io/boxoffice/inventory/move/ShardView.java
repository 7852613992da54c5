package io.boxoffice.inventory.move;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.boxoffice.inventory.shard.ShardRegister;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A shard as operators see it, from one instance.
 *
 * @param ready whether this instance can use it
 * @param schemaError why its schema is not up to date
 * @param events how many the directory has placed there
 * @param pool connections of this instance
 * @param seats of those events; unknown while it is away
 * @param outboxLagSeconds how long the oldest message waits to be told
 * @param move the one that goes on from or to it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ShardView(
        String name,
        ShardRegister.State state,
        boolean ready,
        @Nullable String schemaVersion,
        @Nullable String schemaError,
        boolean dedicated,
        int events,
        Pool pool,
        @Nullable Seats seats,
        @Nullable Double outboxLagSeconds,
        @Nullable OnItsWay move) {

    record Pool(int active, int idle, int waiting) {}

    record Seats(long available, long reserved, long purchased) {}

    record OnItsWay(UUID moveId, UUID eventId, String from, String to, Move.State state) {}
}
