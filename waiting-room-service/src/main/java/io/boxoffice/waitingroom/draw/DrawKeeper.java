package io.boxoffice.waitingroom.draw;

import io.boxoffice.draw.Draw;
import io.boxoffice.draw.Permutation;
import io.boxoffice.waitingroom.draw.LobbyScripts.Lobby;
import io.boxoffice.waitingroom.draw.Lottery.Closing;
import io.boxoffice.waitingroom.draw.Lottery.Result;
import io.boxoffice.waitingroom.event.EventOnSale;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings one event's draw on: writes leaves down, closes, holds the draw, tells it, and moves fans into the line. Any number of
 * instances may do so at the same time, and each may die after any step: PostgreSQL decides who wrote, every other step changes
 * nothing when done again, and the next look goes on where any instance stopped.
 */
@Component
class DrawKeeper {
    private static final Logger log = LoggerFactory.getLogger(DrawKeeper.class);
    static final int LEAVES_AT_ONCE = 5_000;
    private static final int MOVES_AT_ONCE = 1_000;
    private static final int BATCHES = 5;

    private final LotteryRepository lotteries;
    private final Leaves leaves;
    private final LobbyScripts scripts;
    private final Draws draws;
    private final Beacon beacon;
    private final LobbyMetrics metrics;

    DrawKeeper(
            LotteryRepository lotteries,
            Leaves leaves,
            LobbyScripts scripts,
            Draws draws,
            Beacon beacon,
            LobbyMetrics metrics) {
        this.lotteries = lotteries;
        this.leaves = leaves;
        this.scripts = scripts;
        this.draws = draws;
        this.beacon = beacon;
        this.metrics = metrics;
    }

    /** What a look found. */
    enum Progress {
        /** Fans may join. */
        OPEN,
        /** There is more to do at once. */
        UNDER_WAY,
        /** Everybody stands in the line. */
        DONE
    }

    /** Looks once. */
    Progress look(EventOnSale event) {
        var lottery = draws.lottery(event.eventId());
        var lobby = scripts.take(event, lottery, LEAVES_AT_ONCE);
        while (!lobby.fans().isEmpty()) {
            // refused when another instance was first; its count is what to go on from
            leaves.append(lottery, lobby.fans());
            lottery = draws.lottery(event.eventId());
            if (!lobby.isClosed() && lobby.fans().size() < LEAVES_AT_ONCE) {
                break;
            }
            lobby = scripts.take(event, lottery, LEAVES_AT_ONCE);
        }
        metrics.lobby(event.eventId(), lobby, lottery.leaves());
        return lobby.isClosed() ? close(event, lottery, lobby) : Progress.OPEN;
    }

    private Progress close(EventOnSale event, Lottery lottery, Lobby lobby) {
        if (lottery.closing() == null) {
            var opened = Instant.EPOCH.plus(lobby.openedMicros(), ChronoUnit.MICROS);
            lotteries.close(event.eventId(), Closing.of(event, lobby.participants(), opened));
        }
        var closed = draws.lottery(event.eventId());
        var closing = closed.closing();
        if (closing == null || !closed.isComplete()) {
            return Progress.UNDER_WAY;
        }
        var result = closed.result();
        return fill(event, closed, closing, result == null ? hold(closed) : result, lobby);
    }

    private Result hold(Lottery lottery) {
        var root = lottery.tree().root();
        var value = beacon.value();
        if (lotteries.hold(lottery.event(), new Result(root, Draw.key(lottery.seed(), root, value.value()), value))) {
            log.atInfo()
                    .addKeyValue("event_id", lottery.event())
                    .addKeyValue("participants", lottery.leaves())
                    .log("draw held");
        }
        // as it was held first: another instance's beacon may have had another value
        return held(lottery.event());
    }

    private Result held(UUID event) {
        var result = draws.lottery(event).result();
        if (result == null) {
            throw new IllegalStateException("the draw of " + event + " is complete, but not held");
        }
        return result;
    }

    private Progress fill(EventOnSale event, Lottery lottery, Closing closing, Result result, Lobby lobby) {
        scripts.tell(lottery, closing, result);
        if (closing.participants() == 0) {
            return Progress.DONE;
        }
        var order = draws.order(event.eventId(), result, closing);
        long filled = lobby.filled();
        for (int i = 0; i < BATCHES && filled < closing.participants(); i++) {
            filled = scripts.fill(event, filled, next(order, filled));
        }
        metrics.filled(event.eventId(), filled);
        return filled < closing.participants() ? Progress.UNDER_WAY : Progress.DONE;
    }

    private static List<Long> next(Permutation order, long filled) {
        return LongStream.range(filled, Math.min(filled + MOVES_AT_ONCE, order.size()))
                .map(order::joinIndex)
                .boxed()
                .toList();
    }
}
