package io.boxoffice.waitingroom.estimate;

/**
 * How many the site has room for: places that are free, and those that come back as fans buy or leave. How long fans keep them is
 * learnt from how many come back.
 */
final class Places {
    /** Until it is measured, a place is taken to be kept for three minutes, as if a few had been seen. */
    private static final double COME_BACK = 1 / 180.0;

    private static final double SEEN = 600;
    private static final double LASTS = 300;
    /** What is not known of how long places are kept, in logarithms. */
    private static final double UNKNOWN = 0.8;

    private final Decayed back;
    private long all = Long.MAX_VALUE;
    private long taken;

    Places() {
        this(new Decayed(LASTS));
    }

    private Places(Decayed back) {
        this.back = back;
    }

    void set(long all, long taken) {
        this.all = all;
        this.taken = taken;
    }

    void measure(double seconds, long cameBack, long taken) {
        back.add(seconds, Math.max(0, cameBack), taken * seconds);
    }

    /** How many can be let in at once. */
    double free() {
        return Math.max(0, all - taken);
    }

    /** How many places come back a second when all are taken. */
    double perSecond() {
        return all * back.rate(COME_BACK, SEEN);
    }

    /** How much is not known of that, in logarithms: less with each place that came back. */
    double doubt() {
        return UNKNOWN / Math.sqrt(1 + back.happened() / 5);
    }

    Places copy() {
        var copy = new Places(new Decayed(LASTS));
        copy.back.become(back, 1);
        copy.set(all, taken);
        return copy;
    }
}
