package io.boxoffice.inventory.availability;

import io.boxoffice.common.web.ProblemException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One event in memory. However many miss at once, one of them asks, and the others take its answer if it asked after they came;
 * while the source is away the last answer is told, and the source is asked once a second.
 */
final class Picture {
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final ReentrantLock asking = new ReentrantLock();
    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable Known known;
    private volatile @Nullable Failed failed;

    /** @param changes how many there had been when it was asked for */
    private record Known(Availability availability, long changes, long askedAt) {}

    private record Failed(RuntimeException failure, long at) {}

    /** Whatever is known is too old from now on. */
    void changed() {
        changes.incrementAndGet();
    }

    /** What is known, unless something changed since or it is older than that. */
    @Nullable
    Availability fresh(long longestNanos) {
        var now = known;
        return now != null && now.changes() == changes.get() && System.nanoTime() - now.askedAt() < longestNanos
                ? now.availability()
                : null;
    }

    /** The answer of a source that was asked no earlier than now; an older one only while the source is away. */
    Availability ask(Supplier<Availability> source) {
        long arrived = System.nanoTime();
        var earlier = known;
        if (failed != null && earlier != null && asking.isLocked()) {
            return earlier.availability();
        }
        asking.lock();
        try {
            var now = known;
            if (now != null && now.askedAt() - arrived >= 0) {
                return now.availability();
            }
            var failure = failed;
            if (failure != null && System.nanoTime() - failure.at() < PAUSE_NANOS) {
                return lastKnown(failure.failure());
            }
            return askNow(source);
        } finally {
            asking.unlock();
        }
    }

    private Availability askNow(Supplier<Availability> source) {
        long mark = changes.get();
        long askedAt = System.nanoTime();
        try {
            var availability = source.get();
            known = new Known(availability, mark, askedAt);
            failed = null;
            return availability;
        } catch (ProblemException answer) {
            throw answer;
        } catch (RuntimeException failure) {
            failed = new Failed(failure, System.nanoTime());
            return lastKnown(failure);
        }
    }

    private Availability lastKnown(RuntimeException failure) {
        var last = known;
        if (last == null) {
            throw failure;
        }
        return last.availability();
    }
}
