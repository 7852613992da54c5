package io.boxoffice.inventory.shard;

import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * The one way to change or read something of an event: wherever it is, and while it moves. Work may run more than once, at one
 * shard or at another, but only its last run has an effect.
 */
@Component
public class EventTransactions {
    private static final long PATIENCE_NANOS = ShardRouter.PATIENCE.toNanos();

    private final ShardRouter router;
    private final ShardDirectory directory;

    EventTransactions(ShardRouter router, ShardDirectory directory) {
        this.router = router;
        this.directory = directory;
    }

    /**
     * Runs the work in one transaction of the event's shard. Idempotency keys and the consumer of that shard join it.
     *
     * @throws io.boxoffice.common.web.ProblemException 404 for an event that has no seats
     * @throws DataAccessResourceFailureException when its shard is away, or a move takes too long
     */
    public <T> T inTransaction(UUID event, Function<Shard, T> work) {
        long start = System.nanoTime();
        for (var place = router.placeOf(event); ; place = router.reopened(event)) {
            try {
                return enter(event, place, work);
            } catch (Moved moved) {
                requirePatience(event, start);
            }
        }
    }

    /** The same for who comes by again anyway: nothing is done while the event moves. */
    public <T> Optional<T> tryInTransaction(UUID event, Function<Shard, T> work) {
        var place = router.placeOf(event);
        try {
            return Optional.of(enter(event, place, work));
        } catch (Moved _) {
            var now = router.askAgain(event);
            return now.equals(place) ? Optional.empty() : tryOnce(event, now, work);
        }
    }

    private <T> Optional<T> tryOnce(UUID event, Place place, Function<Shard, T> work) {
        try {
            return Optional.of(enter(event, place, work));
        } catch (Moved _) {
            return Optional.empty();
        }
    }

    private <T> T enter(UUID event, Place place, Function<Shard, T> work) {
        var shard = router.shard(place);
        return shard.inTransaction(() -> {
            Gate.enter(shard.jdbc(), event, place.epoch());
            return work.apply(shard);
        });
    }

    /**
     * Runs the work that gives a new event its seats, under the epoch it is told. Where an event goes is decided first and
     * remembered; it may be decided anew until the seats are made.
     */
    public <T> T begin(UUID event, boolean hot, BiFunction<Shard, Integer, T> work) {
        long start = System.nanoTime();
        for (var place = router.place(event, hot); ; place = router.askAgain(event)) {
            try {
                return begin(event, place, work);
            } catch (Moved moved) {
                requirePatience(event, start);
            }
        }
    }

    private <T> T begin(UUID event, Place place, BiFunction<Shard, Integer, T> work) {
        var shard = router.shard(place);
        return shard.inTransaction(() -> {
            Gate.closed(shard.jdbc(), java.util.Map.of(event, place.epoch()));
            if (!directory.placeOf(event).equals(Optional.of(place))) {
                throw new Moved(event);
            }
            return work.apply(shard, place.epoch());
        });
    }

    /** Whether the event has a shard. */
    public boolean knows(UUID event) {
        return router.find(event).isPresent();
    }

    /**
     * Reads something of the event from its shard. What was read counts only if the event was still there afterwards.
     *
     * @throws io.boxoffice.common.web.ProblemException 404 for an event that has no shard
     * @throws DataAccessResourceFailureException when its shard is away
     */
    public <T> T read(UUID event, Function<Shard, T> reader) {
        long start = System.nanoTime();
        for (var place = router.placeOf(event); ; requirePatience(event, start)) {
            var read = attempt(event, place, reader);
            if (read.counts()) {
                return read.value().get();
            }
            var now = router.askAgain(event);
            if (now.equals(place)) {
                return read.value().get();
            }
            place = now;
        }
    }

    private record Read<T>(boolean counts, Supplier<T> value) {}

    private <T> Read<T> attempt(UUID event, Place place, Function<Shard, T> reader) {
        try {
            var shard = router.shard(place);
            var value = reader.apply(shard);
            return new Read<>(Gate.look(shard.jdbc(), event, place.epoch()) == Gate.State.OPEN, () -> value);
        } catch (RuntimeException failure) {
            return new Read<>(false, () -> {
                throw failure;
            });
        }
    }

    private static void requirePatience(UUID event, long start) {
        if (System.nanoTime() - start > PATIENCE_NANOS) {
            throw ShardRouter.movesTooLong(event);
        }
    }
}
