package io.boxoffice.waitingroom.queue;

import io.boxoffice.waitingroom.redis.Reply;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where an entry stands, as the scripts answer it. */
record Place(
        long entry,
        int session,
        long score,
        boolean inLobby,
        EntryState state,
        @Nullable Long ahead,
        long queueSize,
        Duration pollAfter,
        @Nullable String reason,
        int perMinute) {
    private static final String OTHER_DEVICE = "other-device";

    /** Reads {@code answer()} of {@code lua/entry.lua}, which starts with the outcome. */
    static Place of(Reply reply) {
        var reason = reply.word(8);
        var ahead = reply.number(5);
        return new Place(
                reply.number(1),
                Math.toIntExact(reply.number(2)),
                reply.number(3),
                reply.number(10) == 1,
                EntryState.valueOf(reply.word(4)),
                ahead < 0 ? null : ahead,
                reply.number(6),
                Duration.ofMillis(reply.number(7)),
                reason.isEmpty() ? null : reason,
                Math.toIntExact(reply.number(9)));
    }

    Place superseded() {
        return new Place(
                entry,
                session,
                score,
                inLobby,
                EntryState.SUPERSEDED,
                0L,
                queueSize,
                pollAfter,
                OTHER_DEVICE,
                perMinute);
    }
}
