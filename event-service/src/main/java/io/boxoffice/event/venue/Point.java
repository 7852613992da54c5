package io.boxoffice.event.venue;

/** A place in the plan, or a step from one seat to the next, in units of the plan's own. */
public record Point(double x, double y) {
    private static final double FARTHEST = 1_000_000;

    public Point {
        if (!(Math.abs(x) <= FARTHEST && Math.abs(y) <= FARTHEST)) {
            throw new IllegalArgumentException("Coordinates between -1000000 and 1000000.");
        }
    }
}
