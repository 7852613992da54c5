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

    private final Level rate;
    private final Level made;
    private double perSecond;
    private long now;
    private long steadySince;

    Pace() {
        this(new Level(), new Level());
    }

    private Pace(Level rate, Level made) {
        this.rate = rate;
        this.made = made;
    }

    void set(double perMinute, long atMillis) {
        perSecond = perMinute / 60;
        now = atMillis;
    }

    /** So many came in within so many seconds, during which the rate of now was in force and there was always somebody. */
    void measure(double seconds, double admitted) {
        var newRate = rate.add(seconds, perSecond * seconds, seconds, perSecond, SECOND);
        var newMade = made.add(seconds, admitted, perSecond * seconds, 1, PRIOR);
        if (newRate || newMade) {
            steadySince = now;
        }
    }

    /** When the pace last changed altogether. */
    long steadySince() {
        return steadySince;
    }

    Pace copy() {
        var copy = new Pace(rate.copy(), made.copy());
        copy.perSecond = perSecond;
        return copy;
    }

    /** The mean number of fans a second over the next so many seconds; 0 while nobody is let in. */
    double over(double seconds) {
        if (perSecond <= 0) {
            return 0;
        }
        var x = Math.max(seconds, 1e-3) / WAVERS;
        var present = -Math.expm1(-x) / x;
        var usual = rate.steady(perSecond, SECOND);
        var part = made.steady(1, PRIOR);
        return (usual + (perSecond - usual) * present) * (part + (made.quick(part, PRIOR) - part) * present);
    }
}
