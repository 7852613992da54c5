package io.boxoffice.inventory.best;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * Seats of a section that pickers of this instance are after or have just got, although pictures may still show them free: others
 * look elsewhere. Only a hint that keeps rivals apart; the guarded statement decides.
 */
final class Claims {
    private static final long LASTS_NANOS = Duration.ofSeconds(2).toNanos();
    private static final long BEGINNING = System.nanoTime() - LASTS_NANOS;
    private static final long NOBODY = 0;

    private final int seats;
    /** Until when each seat is somebody's; made with the first claim. */
    private volatile @Nullable AtomicLongArray until;

    Claims(int seats) {
        this.seats = seats;
    }

    /** Never {@link #NOBODY}, and later than every claim that is over. */
    static long now() {
        return System.nanoTime() - BEGINNING;
    }

    boolean isClaimed(int seat, long now) {
        var known = until;
        return known != null && known.get(seat) > now;
    }

    boolean isEmpty() {
        return until == null;
    }

    /** Claims the seats or none; what this answers is what {@link #drop} asks for, 0 means none. */
    long claim(int from, int to, long now) {
        var known = made();
        long mine = now + LASTS_NANOS;
        for (int seat = from; seat < to; seat++) {
            long other = known.get(seat);
            if (other > now || !known.compareAndSet(seat, other, mine)) {
                drop(from, seat, mine);
                return NOBODY;
            }
        }
        return mine;
    }

    /** Gives them back, unless they are another's by now. */
    void drop(int from, int to, long mine) {
        var known = made();
        for (int seat = from; seat < to; seat++) {
            known.compareAndSet(seat, mine, NOBODY);
        }
    }

    private AtomicLongArray made() {
        var known = until;
        if (known != null) {
            return known;
        }
        synchronized (this) {
            known = until;
            if (known == null) {
                known = new AtomicLongArray(seats);
                until = known;
            }
            return known;
        }
    }
}
