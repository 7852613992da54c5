package io.boxoffice.waitingroom.draw;

import io.boxoffice.waitingroom.event.EventOnSale;
import io.boxoffice.waitingroom.lines.Lines;
import io.boxoffice.waitingroom.redis.LuaScript;
import io.boxoffice.waitingroom.redis.LuaScripts;
import io.boxoffice.waitingroom.redis.Reply;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** What the draw does to the line, with its arguments in order. */
@Component
class LobbyScripts {
    private static final HexFormat HEX = HexFormat.of();
    private static final int NOT_YET = -1;

    private final Lines lines;
    private final LuaScript takeLeaves;
    private final LuaScript fill;
    private final LuaScript tellDraw;

    LobbyScripts(LuaScripts scripts, Lines lines) {
        this.lines = lines;
        this.takeLeaves = scripts.named("lobby/take-leaves");
        this.fill = scripts.named("lobby/fill");
        this.tellDraw = scripts.named("lobby/tell-draw");
    }

    /**
     * How the lobby stands.
     *
     * @param joins join indexes given out
     * @param participants −1 while it is open
     * @param openedMicros when it closed
     * @param filled draw positions moved into the line
     * @param fans those that follow on the leaves written down
     */
    record Lobby(long joins, long participants, long openedMicros, long filled, List<byte[]> fans) {

        boolean isClosed() {
            return participants >= 0;
        }

        boolean isFilled() {
            return filled >= participants;
        }
    }

    Lobby take(EventOnSale event, Lottery lottery, int atMost) {
        var closing = lottery.closing();
        var reply = lines.having(
                event.eventId(),
                () -> takeLeaves.run(
                        event.eventId(),
                        lottery.leaves(),
                        atMost,
                        event.opensAt().toEpochMilli(),
                        closing == null ? NOT_YET : closing.participants(),
                        closing == null ? NOT_YET : closing.openedMicros()));
        return new Lobby(reply.number(1), reply.number(2), reply.number(3), reply.number(4), fans(reply.list(5)));
    }

    private static List<byte[]> fans(Reply list) {
        return IntStream.range(0, list.size()).mapToObj(list::bytes).toList();
    }

    /** Moves those at the draw positions from {@code filled} on; answers how far the frontier is. */
    long fill(EventOnSale event, long filled, List<Long> joinIndexes) {
        var args = new Object[joinIndexes.size() + 1];
        args[0] = filled;
        for (int i = 0; i < joinIndexes.size(); i++) {
            args[i + 1] = joinIndexes.get(i);
        }
        return fill.run(event.eventId(), args).number(1);
    }

    void tell(Lottery lottery, Lottery.Closing closing, Lottery.Result result) {
        tellDraw.run(
                lottery.event(),
                closing.participants(),
                HEX.formatHex(result.root()),
                HEX.formatHex(lottery.commitment()),
                closing.openedMicros());
    }
}
