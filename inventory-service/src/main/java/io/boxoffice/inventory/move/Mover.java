package io.boxoffice.inventory.move;

import io.boxoffice.inventory.shard.ShardRouter;
import io.boxoffice.inventory.shard.Shards;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/**
 * Moves one event, or goes on with a move that somebody began and did not end. Until the directory's decision the event can stay
 * where it is, afterwards the move only goes forward; both from wherever the last attempt stopped.
 */
final class Mover {
    private static final Logger log = LoggerFactory.getLogger(Mover.class);
    private static final int MOST_PASSES = 12;
    private static final int MOST_DOUBLINGS = 5;
    private static final long FEW_ROWS = 1_000;
    private static final Duration LITTLE_TIME = Duration.ofMillis(100);

    private final Moves moves;
    private final Shards shards;
    private final ShardRouter router;
    private final MoveMetrics metrics;
    private final MoveProperties properties;
    private final Consumer<Step> after;

    /** Where an attempt may stop for good, with all its connections. */
    enum Step {
        ATTEMPTED,
        PREPARED,
        COPIED,
        PAUSING,
        PAUSED,
        COPIED_LAST,
        FLIPPED,
        OPENED,
        LEFT,
        DONE
    }

    /** @param after hears of each step that is done */
    Mover(
            Moves moves,
            Shards shards,
            ShardRouter router,
            MoveMetrics metrics,
            MoveProperties properties,
            Consumer<Step> after) {
        this.moves = moves;
        this.shards = shards;
        this.router = router;
        this.metrics = metrics;
        this.properties = properties;
        this.after = after;
    }

    /** Takes the move as far as it comes. The caller is the only one who tries. */
    void move(UUID move) {
        var begun = moves.attempt(move);
        if (begun.isPresent()) {
            var attempt = begun.get();
            after.accept(Step.ATTEMPTED);
            try {
                go(attempt);
            } catch (Moves.Overtaken overtaken) {
                log.atInfo().addKeyValue("move_id", move).log("move overtaken");
            } catch (RuntimeException failure) {
                interrupted(attempt, failure);
            }
        }
    }

    private void go(Moves.Attempt attempt) {
        if (attempt.move().state() == Move.State.FLIPPED) {
            forward(attempt);
            return;
        }
        try (var source = new Side(shards.connect(attempt.move().from()));
                var target = new Side(shards.connect(attempt.move().to()))) {
            var from = new SourceShard(source, attempt);
            if (!from.announce()) {
                throw new IllegalStateException(
                        "the event is not at " + attempt.move().from());
            }
            if (attempt.move().state() == Move.State.PAUSED) {
                from.resume();
                moves.resumed(attempt, "its mover died");
            }
            var to = new TargetShard(target, attempt);
            to.prepare(from.row());
            after.accept(Step.PREPARED);
            copyAndDecide(attempt, from, to, new EventCopy(source, target, attempt.event()));
        }
        forward(attempt);
    }

    private void copyAndDecide(Moves.Attempt attempt, SourceShard from, TargetShard to, EventCopy copy) {
        var mark = copyMost(attempt, to, copy);
        moves.pausing(attempt);
        after.accept(Step.PAUSING);
        long start = System.nanoTime();
        try {
            var pausedAt = from.pause(properties.longestPause());
            after.accept(Step.PAUSED);
            long rows = copy.last(to, mark, left(start));
            after.accept(Step.COPIED_LAST);
            if (left(start).isNegative()) {
                throw new IllegalStateException("the pause took too long");
            }
            moves.flip(attempt, pausedAt, rows);
        } catch (RuntimeException failure) {
            if (moves.find(attempt.move().moveId()).state() != Move.State.FLIPPED) {
                from.resume();
                moves.resumed(attempt, reason(failure));
                to.forgetUntold();
                throw failure;
            }
        }
        after.accept(Step.FLIPPED);
    }

    private Duration left(long start) {
        return properties.longestPause().minusNanos(System.nanoTime() - start);
    }

    /** Pass by pass, until what is left is little. */
    private CopiedTable.Mark copyMost(Moves.Attempt attempt, TargetShard to, EventCopy copy) {
        CopiedTable.Mark mark = null;
        for (int pass = 1; ; pass++) {
            long start = System.nanoTime();
            var done = copy.pass(to, mark);
            moves.passed(attempt, done.rows());
            after.accept(Step.COPIED);
            mark = done.mark();
            boolean little = pass > 1 && (done.rows() <= FEW_ROWS || System.nanoTime() - start < LITTLE_TIME.toNanos());
            if (little || pass == MOST_PASSES) {
                return mark;
            }
        }
    }

    /** After the decision. The event is sold as soon as its new gate is open; where it was, only its row stays. */
    private void forward(Moves.Attempt attempt) {
        Instant resumedAt;
        try (var target = new Side(shards.connect(attempt.move().to()))) {
            resumedAt = new TargetShard(target, attempt).open();
        }
        router.changed(attempt.event());
        after.accept(Step.OPENED);
        moves.opened(attempt, resumedAt);
        try (var source = new Side(shards.connect(attempt.move().from()))) {
            new SourceShard(source, attempt).leave();
        }
        after.accept(Step.LEFT);
        moves.done(attempt);
        after.accept(Step.DONE);
        tell(moves.find(attempt.move().moveId()));
    }

    private void tell(Move done) {
        var pause = done.pauseMs();
        metrics.done(pause);
        log.atInfo()
                .addKeyValue("event_id", done.eventId())
                .addKeyValue("from", done.from())
                .addKeyValue("to", done.to())
                .addKeyValue("rows", done.rows())
                .addKeyValue("passes", done.passes())
                .addKeyValue("pause_ms", pause)
                .log("event moved");
    }

    private void interrupted(Moves.Attempt attempt, RuntimeException failure) {
        var now = moves.find(attempt.move().moveId());
        var reason = reason(failure);
        log.atWarn()
                .addKeyValue("event_id", now.eventId())
                .addKeyValue("move_id", now.moveId())
                .addKeyValue("state", now.state())
                .setCause(failure)
                .log("move interrupted");
        metrics.interrupted();
        if (now.attempts() >= properties.attempts() && now.state() == Move.State.COPYING) {
            giveUp(attempt, reason);
        } else {
            // while nobody can write, every second counts
            boolean urgent =
                    now.state() == Move.State.PAUSED || (now.state() == Move.State.FLIPPED && now.resumedAt() == null);
            int doublings = urgent ? 0 : Math.min(now.attempts() - 1, MOST_DOUBLINGS);
            moves.later(attempt, reason, properties.tryAgain().multipliedBy(1L << doublings));
        }
    }

    private static String reason(RuntimeException failure) {
        return String.valueOf(NestedExceptionUtils.getMostSpecificCause(failure).getMessage())
                .lines()
                .findFirst()
                .orElse("");
    }

    /** The event stays. Where the target is away, its copy stays too, until the next move there finds it. */
    private void giveUp(Moves.Attempt attempt, String reason) {
        moves.failed(attempt, reason);
        try (var target = new Side(shards.connect(attempt.move().to()))) {
            new TargetShard(target, attempt).giveUp();
        } catch (RuntimeException away) {
            log.atWarn()
                    .addKeyValue("move_id", attempt.move().moveId())
                    .setCause(away)
                    .log("copy left behind");
        }
        log.atWarn()
                .addKeyValue("event_id", attempt.event())
                .addKeyValue("move_id", attempt.move().moveId())
                .addKeyValue("reason", reason)
                .log("move failed");
    }
}
