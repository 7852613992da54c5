package io.boxoffice.inventory.best;

import io.boxoffice.inventory.seatmap.Layout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A section as the search needs it, made once for a layout: plain numbers, and its seats in stretches of neighbours, each with a
 * box around it, so that a stretch is passed over by one look at how near its seats can be at best.
 */
final class SectionIndex {
    private static final int WHEELCHAIR = 1;
    private static final int COMPANION = 2;
    private static final int RESTRICTED = 4;

    private final Layout.Section section;
    private final Claims claims;
    private final double[] x;
    private final double[] y;
    private final byte[] kinds;
    private final List<Stretch> stretches;
    private final Stretch whole;
    private final List<Reach> byFocalPoint;

    /** Neighbours from one seat to another, exclusive, and where they are. */
    record Stretch(int from, int to, boolean wheelchairs, double left, double right, double top, double bottom) {

        /** No group of these seats is nearer to the point than this. */
        private double distance(double x, double y) {
            return length(Math.max(0, Math.max(left - x, x - right)), Math.max(0, Math.max(top - y, y - bottom)));
        }
    }

    /** A stretch, and how near its seats are at best. */
    record Reach(Stretch stretch, double nearest) {
        private static final Comparator<Reach> NEAREST_FIRST = Comparator.comparingDouble(Reach::nearest)
                .thenComparingInt(reach -> reach.stretch().from());
    }

    SectionIndex(Layout.Section section) {
        this.section = section;
        int seats = section.seats().size();
        this.claims = new Claims(seats);
        this.x = new double[seats];
        this.y = new double[seats];
        this.kinds = new byte[seats];
        for (int i = 0; i < seats; i++) {
            var seat = section.seats().get(i);
            x[i] = seat.x();
            y[i] = seat.y();
            kinds[i] = (byte) ((seat.isAccessible() ? WHEELCHAIR : 0)
                    | (seat.isCompanion() ? COMPANION : 0)
                    | (seat.isRestricted() ? RESTRICTED : 0));
        }
        this.stretches = stretches();
        this.whole = stretch(0, seats);
        this.byFocalPoint = nearestFirst(section.focalX(), section.focalY());
    }

    private List<Stretch> stretches() {
        var found = new ArrayList<Stretch>();
        for (int from = 0, to; from < x.length; from = to) {
            to = from + 1;
            while (section.joined(to)) {
                to++;
            }
            found.add(stretch(from, to));
        }
        return List.copyOf(found);
    }

    private Stretch stretch(int from, int to) {
        var across = IntStream.range(from, to).mapToDouble(i -> x[i]).summaryStatistics();
        var along = IntStream.range(from, to).mapToDouble(i -> y[i]).summaryStatistics();
        boolean wheelchairs = IntStream.range(from, to).anyMatch(this::isWheelchair);
        return new Stretch(from, to, wheelchairs, across.getMin(), across.getMax(), along.getMin(), along.getMax());
    }

    Layout.Section section() {
        return section;
    }

    Claims claims() {
        return claims;
    }

    int size() {
        return x.length;
    }

    double x(int seat) {
        return x[seat];
    }

    double y(int seat) {
        return y[seat];
    }

    boolean isWheelchair(int seat) {
        return (kinds[seat] & WHEELCHAIR) != 0;
    }

    boolean isCompanion(int seat) {
        return (kinds[seat] & COMPANION) != 0;
    }

    boolean isRestricted(int seat) {
        return (kinds[seat] & RESTRICTED) != 0;
    }

    /** Stretches, those nearest to the focal point first. */
    List<Reach> byFocalPoint() {
        return byFocalPoint;
    }

    /** Stretches, those nearest to this point first. */
    List<Reach> nearestFirst(double toX, double toY) {
        return stretches.stream()
                .map(stretch -> new Reach(stretch, stretch.distance(toX, toY)))
                .sorted(Reach.NEAREST_FIRST)
                .toList();
    }

    /** No group of the section is nearer to the point than this. */
    double distance(double toX, double toY) {
        return whole.distance(toX, toY);
    }

    /** {@link Math#hypot} guards against overflow, at many times the cost. */
    static double length(double x, double y) {
        return Math.sqrt(x * x + y * y);
    }
}
