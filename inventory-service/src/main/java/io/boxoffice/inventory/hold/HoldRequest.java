package io.boxoffice.inventory.hold;

import io.boxoffice.common.idempotency.IdempotentRequest;
import io.boxoffice.inventory.shard.Shard;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a request for a hold but the seats.
 *
 * @param shard where the event is, as far as we know
 * @param epoch under which
 * @param replaced the fan's hold that is given back for the new one
 */
record HoldRequest(
        Shard shard,
        int epoch,
        UUID event,
        Admission.Presented presented,
        @Nullable UUID replaced,
        IdempotentRequest idempotent) {}
