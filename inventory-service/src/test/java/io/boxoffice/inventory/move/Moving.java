package io.boxoffice.inventory.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.inventory.fixture.Api;
import io.boxoffice.inventory.fixture.ShardDatabases;
import io.boxoffice.inventory.fixture.Shows;
import io.boxoffice.inventory.shard.ShardRouter;
import io.boxoffice.inventory.shard.Shards;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Moves events when a test says so, rather than in a second. */
@Lazy
@Component
public class Moving {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final MoveRunner runner;
    private final Moves moves;
    private final MoveLock lock;
    private final Shards shards;
    private final ShardRouter router;
    private final MoveMetrics metrics;
    private final Api api;

    Moving(
            MoveRunner runner,
            Moves moves,
            MoveLock lock,
            Shards shards,
            ShardRouter router,
            MoveMetrics metrics,
            Api api) {
        this.runner = runner;
        this.moves = moves;
        this.lock = lock;
        this.shards = shards;
        this.router = router;
        this.metrics = metrics;
        this.api = api;
    }

    /** How an instance dies, as far as a move can tell: nothing is tidied up but connections. */
    static final class Killed extends Error {
        Killed() {
            super(null, null, false, false);
        }
    }

    public Api.Answer ask(UUID event, String to) {
        return api.send(api.as(UUID.randomUUID(), "OPS", path(event)).POST(Api.json(Map.of("to", to))));
    }

    public Api.Answer look(UUID event) {
        return api.send(api.as(UUID.randomUUID(), "OPS", path(event)).GET());
    }

    private static String path(UUID event) {
        return "/api/v1/ops/events/" + event + "/move";
    }

    /** All moves that are due go on. */
    public void goOn() {
        runner.run();
    }

    /** The event elsewhere. */
    public Shows.Show move(Shows.Show show, String to) {
        assertThat(ask(show.id(), to).status()).isEqualTo(202);
        // on a busy machine a pause may take too long, and the move is tried again
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            goOn();
            return look(show.id()).text("state").equals("DONE");
        });
        return show.at(to);
    }

    /** The other one of two. */
    public static String other(String shard) {
        return shard.equals("shard-1") ? "shard-2" : "shard-1";
    }

    /** An attempt of another instance at a move that was asked for; each step is told. */
    void attempt(UUID event, MoveProperties properties, Consumer<Mover.Step> after) {
        var move = moves.latest(event).orElseThrow().moveId();
        var mover = new Mover(moves, shards, router, metrics, properties, after);
        lock.alone(move, () -> mover.move(move));
    }

    /** An attempt that has its time. */
    void attempt(UUID event, Consumer<Mover.Step> after) {
        attempt(event, new MoveProperties(LONG, LONG, Duration.ofMillis(1), 10), after);
    }

    /** As if the lock of whoever is at it had been lost. */
    void attemptWithoutLock(UUID event) {
        new Mover(moves, shards, router, metrics, new MoveProperties(LONG, LONG, Duration.ofMillis(1), 10), _ -> {})
                .move(moves.latest(event).orElseThrow().moveId());
    }

    /** Nothing of the event is left there but where it went. */
    static void assertGone(Shows.Show from, String to) {
        for (var table : MovedTable.ALL) {
            var rows = from.behind()
                    .sql("SELECT count(*) FROM " + table.from() + " WHERE " + table.scopeOf(from.id()))
                    .query(Integer.class)
                    .single();
            assertThat(rows).as(table.name()).isEqualTo(table.name().equals("shard_events") ? 1 : 0);
        }
        assertThat(from.behind()
                        .sql("SELECT moved_to FROM shard_events WHERE event_id = ? AND NOT writable")
                        .param(from.id())
                        .query(String.class)
                        .single())
                .isEqualTo(to);
        assertThat(ShardDatabases.behind(from.shard())
                        .sql("SELECT count(*) FROM outbox WHERE message_key = ?")
                        .param(from.id().toString())
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
