package io.boxoffice.inventory.best;

import io.boxoffice.inventory.seatmap.Layout;
import java.util.BitSet;
import java.util.List;

/** A section, and which of its seats one picker can have: those that are free in the picture and nobody else is after. */
final class FreeSeats {
    /** Claims of others do not matter. */
    static final long AMONG_RIVALS = Long.MAX_VALUE;

    private final SectionIndex index;
    private final long now;
    private BitSet free;
    private boolean shared = true;

    /**
     * @param free as in the picture, which others read as well
     * @param now when claims were looked at, or {@link #AMONG_RIVALS}
     */
    FreeSeats(SectionIndex index, BitSet free, long now) {
        this.index = index;
        this.free = free;
        this.now = index.claims().isEmpty() ? AMONG_RIVALS : now;
    }

    SectionIndex index() {
        return index;
    }

    Layout.Section section() {
        return index.section();
    }

    boolean isFree(int seat) {
        return seat >= 0 && free.get(seat) && !isClaimed(seat);
    }

    private boolean isClaimed(int seat) {
        return now != AMONG_RIVALS && index.claims().isClaimed(seat, now);
    }

    /** The first that is free from here on, or a negative number. */
    int nextFree(int from) {
        int seat = free.nextSetBit(from);
        while (seat >= 0 && isClaimed(seat)) {
            seat = free.nextSetBit(seat + 1);
        }
        return seat;
    }

    /** The first that is not, before {@code limit}, or {@code limit}. */
    int nextTaken(int from, int limit) {
        int end = Math.min(free.nextClearBit(from), limit);
        for (int seat = from; now != AMONG_RIVALS && seat < end; seat++) {
            if (isClaimed(seat)) {
                return seat;
            }
        }
        return end;
    }

    List<Layout.Place> from(int from, int to) {
        return section().seats().subList(from, to);
    }

    /** For this picker alone: the picture itself stays as it is. */
    void take(int from, int to) {
        unshared().clear(from, to);
    }

    void add(int seat) {
        unshared().set(seat);
    }

    private BitSet unshared() {
        if (shared) {
            free = (BitSet) free.clone();
            shared = false;
        }
        return free;
    }
}
