package io.boxoffice.waitingroom.lines;

import io.boxoffice.waitingroom.redis.Reply;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far a line has come, as {@code lines/marks.lua} reads it.
 *
 * @param joins entry numbers given out
 * @param last the highest score given out, in microseconds
 * @param lobbyJoins join indexes given out
 * @param lobbyN size of the closed lobby; −1 while there is none
 * @param opened when it closed, in microseconds
 * @param filled draw positions done
 * @param served the highest score admitted
 * @param serving number of the entry last admitted
 * @param soldAt when that was said, in microseconds
 */
record Mark(
        long epoch,
        long joins,
        long last,
        long lobbyJoins,
        long lobbyN,
        long opened,
        long filled,
        long served,
        long serving,
        boolean sold,
        long soldAt) {

    static Mark of(Reply reply) {
        return new Mark(
                reply.number(1),
                reply.number(2),
                reply.number(3),
                reply.number(4),
                reply.number(5),
                reply.number(6),
                reply.number(7),
                reply.number(8),
                reply.number(9),
                reply.number(10) == 1,
                reply.number(11));
    }

    /** The pieces of used presale codes that were read with it. */
    static Map<Integer, byte[]> pieces(Reply reply) {
        var pieces = new TreeMap<Integer, byte[]>();
        var pairs = reply.list(13);
        for (int i = 0; i < pairs.size(); i += 2) {
            pieces.put(Math.toIntExact(pairs.number(i)), pairs.bytes(i + 1));
        }
        return pieces;
    }

    /** Whether a line that had come as far as {@code before} cannot be here: Redis has lost something. */
    boolean isBehind(Mark before) {
        return epoch < before.epoch || epoch == before.epoch && (joins < before.joins || last < before.last);
    }
}
