package io.boxoffice.waitingroom.model;

import io.boxoffice.waitingroom.redis.Reply;
import org.jspecify.annotations.Nullable;

/** What a fan is told; only {@code outcome} where there is nothing else to tell. */
record Answer(
        String outcome,
        long number,
        int session,
        long score,
        String state,
        long ahead,
        long size,
        String reason,
        boolean inLobby,
        @Nullable Place place,
        boolean intervalIsNew) {

    static Answer only(String outcome) {
        return new Answer(outcome, 0, 0, 0, "", 0, 0, "", false, null, false);
    }

    /** @param intervalIsNew the line chooses when the next poll is expected; otherwise it says the same again */
    static Answer of(String outcome, Place place, long ahead, long size, boolean intervalIsNew) {
        var state = place.state == Place.State.LOBBY && ahead >= 0 ? "QUEUED" : place.state.told();
        return new Answer(
                outcome,
                place.number,
                place.session,
                place.score,
                state,
                ahead,
                size,
                place.reason,
                place.state == Place.State.LOBBY,
                place,
                intervalIsNew);
    }

    static Answer of(Reply reply) {
        if (reply.size() < 11) {
            return only(reply.word(0));
        }
        return new Answer(
                reply.word(0),
                reply.number(1),
                Math.toIntExact(reply.number(2)),
                reply.number(3),
                reply.word(4),
                reply.number(5),
                reply.number(6),
                reply.word(8),
                reply.number(10) == 1,
                null,
                false);
    }

    /** For comparison. */
    @Override
    public String toString() {
        return "%s %d/%d score %d %s ahead %d of %d '%s' %s"
                .formatted(outcome, number, session, score, state, ahead, size, reason, inLobby ? "lobby" : "");
    }
}
