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
    private final List<Stretch> nearestFirst;

    /** Neighbours from one seat to another, exclusive, and where they are. */
    record Stretch(
            int from, int to, boolean wheelchairs, double left, double right, double top, double bottom, double focal) {

        /** No group of these seats is nearer to the point than this. */
        double distance(double x, double y) {
            return length(Math.max(0, Math.max(left - x, x - right)), Math.max(0, Math.max(top - y, y - bottom)));
        }
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
        this.nearestFirst = stretches();
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
        found.sort(Comparator.comparingDouble(Stretch::focal).thenComparingInt(Stretch::from));
        return List.copyOf(found);
    }

    private Stretch stretch(int from, int to) {
        var across = IntStream.range(from, to).mapToDouble(i -> x[i]).summaryStatistics();
        var along = IntStream.range(from, to).mapToDouble(i -> y[i]).summaryStatistics();
        var box = new Stretch(
                from,
                to,
                IntStream.range(from, to).anyMatch(this::isWheelchair),
                across.getMin(),
                across.getMax(),
                along.getMin(),
                along.getMax(),
                0);
        return new Stretch(
                from,
                to,
                box.wheelchairs(),
                box.left(),
                box.right(),
                box.top(),
                box.bottom(),
                box.distance(section.focalX(), section.focalY()));
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
    List<Stretch> nearestFirst() {
        return nearestFirst;
    }

    /** {@link Math#hypot} guards against overflow, at many times the cost. */
    static double length(double x, double y) {
        return Math.sqrt(x * x + y * y);
    }
}
