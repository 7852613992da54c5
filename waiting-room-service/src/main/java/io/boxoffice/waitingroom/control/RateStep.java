package io.boxoffice.waitingroom.control;

import io.boxoffice.waitingroom.redis.Reply;

/**
 * What {@code control/adapt.lua} answers.
 *
 * @param outcome what was decided, or why nothing was
 * @param rate in force now
 * @param turned whether the rate moves in another direction than before
 */
record RateStep(String outcome, int rate, int before, boolean turned, String reason) {

    static RateStep of(Reply reply) {
        return new RateStep(
                reply.word(0),
                Math.toIntExact(reply.number(1)),
                Math.toIntExact(reply.number(2)),
                reply.number(3) == 1,
                reply.word(4));
    }

    /** The first step of a line turns, and changes nothing that was there. */
    boolean changed() {
        return turned || before > 0 && rate != before;
    }
}
