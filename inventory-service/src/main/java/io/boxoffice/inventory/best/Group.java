package io.boxoffice.inventory.best;

import io.boxoffice.inventory.seatmap.Layout;
import java.util.Comparator;
import java.util.List;

/**
 * Free neighbours, from one index of their section to another, exclusive.
 *
 * @param rank after misfits: 0 good; 1 leaves a single seat; 2 and 3 the same, but takes seats that others need
 * @param misfits first of all: who sits beside a wheelchair on a seat that is not for companions
 * @param distance then: from the focal point, or from the seats the group belongs to
 */
record Group(FreeSeats in, int from, int to, int rank, int misfits, double distance) {
    static final Comparator<Group> BEST_FIRST = Comparator.comparingInt(Group::misfits)
            .thenComparingInt(Group::rank)
            .thenComparingDouble(Group::distance)
            .thenComparing(group -> group.in().section().price())
            .thenComparing(group -> group.in().section().section())
            .thenComparingInt(Group::from);

    List<Layout.Place> seats() {
        return in.from(from, to);
    }

    boolean sharesASeatWith(Group other) {
        return in == other.in && from < other.to && other.from < to;
    }

    /** What {@link #drop} asks for; 0 where somebody else is after one of them. */
    long claim(long now) {
        return in.index().claims().claim(from, to, now);
    }

    void drop(long claim) {
        in.index().claims().drop(from, to, claim);
    }

    double middleX() {
        return seats().stream().mapToDouble(Layout.Place::x).average().orElse(0);
    }

    double middleY() {
        return seats().stream().mapToDouble(Layout.Place::y).average().orElse(0);
    }
}
