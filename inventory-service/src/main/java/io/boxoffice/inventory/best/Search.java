package io.boxoffice.inventory.best;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks for groups of free neighbours. Stretches that cannot have a group good enough are passed over by how near they are at
 * best, so that most of a stadium is never looked at.
 */
final class Search {
    /** Another section is farther away than any seat of the same. */
    private static final double ELSEWHERE = 1_000_000;
    /** Sums of coordinates are not exact; a group as good as the last is not to be missed. */
    private static final double INEXACT = 1e-6;

    private final List<FreeSeats> sections;

    Search(List<FreeSeats> sections) {
        this.sections = sections;
    }

    /**
     * What a group is to be near to, instead of the focal point.
     *
     * @param home other sections are farther away than all of this one
     */
    record Near(double x, double y, @Nullable FreeSeats home) {
        static @Nullable Near to(@Nullable Group group) {
            return group == null ? null : new Near(group.middleX(), group.middleY(), group.in());
        }

        private double detour(FreeSeats in) {
            return home == null || home == in ? 0 : ELSEWHERE;
        }
    }

    /** What a group must be like; {@code accessible} is how many wheelchair seats it must have at least. */
    record Sought(int size, int accessible, @Nullable Near near, Predicate<Group> fits) {
        Sought(int size, int accessible, @Nullable Near near) {
            this(size, accessible, near, _ -> true);
        }
    }

    /** The best groups that share no seat, best first, so many at most. */
    List<Group> groups(Sought sought, int most) {
        // each group that is taken has a seat in common with 2 * size - 2 others
        var best = new Best(most == 1 ? 1 : most * (2 * sought.size() - 1));
        // a section that is far away has nothing to add once those that are near have been looked at
        sections.stream()
                .map(section -> new Start(section, nearest(section, sought.near())))
                .sorted(Comparator.comparingDouble(Start::nearest))
                .forEach(start -> collect(start, sought, best));
        var apart = new ArrayList<Group>();
        for (var group : best.sorted()) {
            if (apart.size() < most && apart.stream().noneMatch(group::sharesASeatWith)) {
                apart.add(group);
            }
        }
        return apart;
    }

    /** A section, and how near its seats are at best. */
    private record Start(FreeSeats in, double nearest) {}

    private static double nearest(FreeSeats in, @Nullable Near near) {
        return near == null
                ? in.index().distance(in.section().focalX(), in.section().focalY())
                : in.index().distance(near.x(), near.y()) + near.detour(in);
    }

    private static void collect(Start start, Sought sought, Best best) {
        var in = start.in();
        var near = sought.near();
        if (in.nextFree(0) < 0 || !best.mayTake(0, 0, start.nearest() - INEXACT)) {
            return;
        }
        var reaches = near == null ? in.index().byFocalPoint() : in.index().nearestFirst(near.x(), near.y());
        double detour = near == null ? 0 : near.detour(in);
        for (var reach : reaches) {
            if (!best.mayTake(0, 0, reach.nearest() + detour - INEXACT)) {
                return;
            }
            if (sought.accessible() == 0 || reach.stretch().wheelchairs()) {
                collect(in, reach.stretch(), sought, best);
            }
        }
    }

    private static void collect(FreeSeats in, SectionIndex.Stretch stretch, Sought sought, Best best) {
        int size = sought.size();
        int from = in.nextFree(stretch.from());
        while (from >= 0 && from + size <= stretch.to()) {
            int end = in.nextTaken(from, stretch.to());
            for (int seat = from; seat + size <= end; seat++) {
                weigh(in, seat, seat + size, sought, best);
            }
            from = in.nextFree(end);
        }
    }

    private static void weigh(FreeSeats in, int from, int to, Sought sought, Best best) {
        var index = in.index();
        int accessible = sought.accessible();
        int wheelchairs = 0;
        int companions = 0;
        int restricted = 0;
        double x = 0;
        double y = 0;
        for (int seat = from; seat < to; seat++) {
            wheelchairs += index.isWheelchair(seat) ? 1 : 0;
            companions += index.isCompanion(seat) ? 1 : 0;
            restricted += index.isRestricted(seat) ? 1 : 0;
            x += index.x(seat);
            y += index.y(seat);
        }
        if (wheelchairs < accessible) {
            return;
        }
        boolean needed = wheelchairs > accessible || (accessible == 0 && companions + restricted > 0);
        int rank = needed ? 2 : 0;
        int misfits = accessible == 0 ? 0 : Math.max(0, to - from - wheelchairs - companions);
        double distance = distance(in, x / (to - from), y / (to - from), sought.near());
        if (best.mayTake(misfits, rank, distance)) {
            boolean orphan = Orphans.leftBeside(in.section(), in::isFree, from, to);
            var group = new Group(in, from, to, orphan ? rank + 1 : rank, misfits, distance);
            if (sought.fits().test(group)) {
                best.add(group);
            }
        }
    }

    private static double distance(FreeSeats in, double x, double y, @Nullable Near near) {
        return near == null
                ? SectionIndex.length(
                        x - in.section().focalX(), y - in.section().focalY())
                : SectionIndex.length(x - near.x(), y - near.y()) + near.detour(in);
    }
}
