package io.boxoffice.inventory.best;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks through every row for groups of free neighbours. */
final class Search {
    /** Groups in one row overlap, so a few good ones apart from each other need many to choose from. */
    private static final int KEPT = 600;
    /** Another section is farther away than any seat of the same. */
    private static final double ELSEWHERE = 1_000_000;

    private final List<FreeSeats> sections;

    Search(List<FreeSeats> sections) {
        this.sections = sections;
    }

    /**
     * The best groups of this size that share no seat, best first.
     *
     * @param accessible how many wheelchair seats a group must have at least
     * @param near the group they should be near to, rather than to the focal point
     * @param most how many
     */
    List<Group> groups(int size, int accessible, @Nullable Group near, int most) {
        var best = new Best(most == 1 ? 1 : KEPT);
        for (var section : sections) {
            collect(section, size, accessible, near, best);
        }
        var apart = new ArrayList<Group>();
        for (var group : best.sorted()) {
            if (apart.size() < most && apart.stream().noneMatch(group::sharesASeatWith)) {
                apart.add(group);
            }
        }
        return apart;
    }

    private static void collect(FreeSeats in, int size, int accessible, @Nullable Group near, Best best) {
        int run = 0;
        int seats = in.section().seats().size();
        for (int seat = 0; seat < seats; seat++) {
            run = in.isFree(seat) ? (in.section().joined(seat) ? run + 1 : 1) : 0;
            if (run >= size) {
                weigh(in, seat + 1 - size, seat + 1, accessible, near, best);
            }
        }
    }

    private static void weigh(FreeSeats in, int from, int to, int accessible, @Nullable Group near, Best best) {
        var seats = in.section().seats();
        int wheelchairs = 0;
        int companions = 0;
        int restricted = 0;
        double x = 0;
        double y = 0;
        for (int i = from; i < to; i++) {
            var seat = seats.get(i);
            wheelchairs += seat.isAccessible() ? 1 : 0;
            companions += seat.isCompanion() ? 1 : 0;
            restricted += seat.isRestricted() ? 1 : 0;
            x += seat.x() / (to - from);
            y += seat.y() / (to - from);
        }
        if (wheelchairs < accessible) {
            return;
        }
        boolean needed = wheelchairs > accessible || (accessible == 0 && companions + restricted > 0);
        int rank = needed ? 2 : 0;
        int misfits = accessible == 0 ? 0 : Math.max(0, to - from - wheelchairs - companions);
        double distance = distance(in, x, y, near);
        if (best.mayTake(misfits, rank, distance)) {
            boolean orphan = Orphans.leftBeside(in.section(), in::isFree, from, to);
            best.add(new Group(in, from, to, orphan ? rank + 1 : rank, misfits, distance));
        }
    }

    private static double distance(FreeSeats in, double x, double y, @Nullable Group near) {
        return near == null
                ? length(x - in.section().focalX(), y - in.section().focalY())
                : length(x - near.middleX(), y - near.middleY()) + (near.in() == in ? 0 : ELSEWHERE);
    }

    /** {@link Math#hypot} guards against overflow, at many times the cost. */
    private static double length(double x, double y) {
        return Math.sqrt(x * x + y * y);
    }
}
