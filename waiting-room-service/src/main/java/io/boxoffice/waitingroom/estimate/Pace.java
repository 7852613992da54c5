package io.boxoffice.waitingroom.estimate;

/**
 * How fast the line moves: the rate in force, times what the line makes of it. The rate is known the moment it changes; what
 * comes of it is measured. Both have a level that is steady, and gives way when the last minutes or seconds contradict it.
 */
final class Pace {
    /** What wavers comes back to its mean within about so many seconds. */
    private static final double WAVERS = 35;

    /** The rate in force counts as if so many admissions had been seen at it. */
    private static final double PRIOR = 10;

    private static final double SECOND = 0.01;
    /** After so many seconds the usual rate of a line is known. */
    private static final double KNOWN = 60;
    /** What is not known of a line that was never seen to move, in logarithms; half of it after so many seconds. */
    private static final double NEW = 0.3;

    private static final double NEW_FOR = 5;
    /** What is not known of how a climb ends, as a part of what there is to climb. */
    private static final double CLIMB = 0.15;

    private final Level rate;
    private final Level made;
    private Ramp ramp = new Ramp(0, 0);
    private double measured;
    private long now;
    private long steadySince;

    Pace() {
        this(new Level(), new Level());
    }

    private Pace(Level rate, Level made) {
        this.rate = rate;
        this.made = made;
    }

    void set(Ramp inForce, long atMillis) {
        ramp = inForce;
        now = atMillis;
    }

    /** So many came in within so many seconds, during which the rate of now was in force and there was always somebody. */
    void measure(double seconds, double admitted) {
        measured += seconds;
        // what a climb passes through says nothing of where it ends
        var newRate = (!ramp.climbs() || measured > KNOWN)
                && rate.add(seconds, ramp.from() * seconds, seconds, ramp.from(), SECOND);
        var newMade = made.add(seconds, admitted, ramp.from() * seconds, 1, PRIOR);
        if (newRate || newMade) {
            steadySince = now;
        }
    }

    /** What is not known of it beyond its wavering, in logarithms: much while a line is new, or its rate still climbs. */
    double doubt() {
        return Math.hypot(NEW / (1 + measured / NEW_FOR), CLIMB * ramp.height());
    }

    /** When the pace last changed altogether. */
    long steadySince() {
        return steadySince;
    }

    Pace copy() {
        var copy = new Pace(rate.copy(), made.copy());
        copy.ramp = ramp;
        copy.measured = measured;
        return copy;
    }

    /** The mean number of fans a second over the next so many seconds; 0 while nobody is let in. */
    double over(double seconds) {
        if (ramp.from() <= 0) {
            return 0;
        }
        var x = Math.max(seconds, 1e-3) / WAVERS;
        var present = -Math.expm1(-x) / x;
        var usual = rate.steady(ramp.to(), SECOND);
        var part = made.steady(1, PRIOR);
        return (ramp.over(Math.max(seconds, 1e-3)) + (usual - ramp.to()) * (1 - present))
                * (part + (made.quick(part, PRIOR) - part) * present);
    }
}
