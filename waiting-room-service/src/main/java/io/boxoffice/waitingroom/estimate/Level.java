package io.boxoffice.waitingroom.estimate;

/** The level of something that wavers around it, and now and then jumps to another. */
final class Level {
    private static final double QUICK = 10;
    private static final double MIDDLE = 180;
    private static final double SLOW = 2400;
    private static final double QUICK_CONTRADICTS = 2;
    private static final double MIDDLE_CONTRADICTS = 1.5;
    private static final double SIGMAS = 4;
    /** When a jump is noticed, part of what contradicted is still from before it. */
    private static final double AFTER_JUMP = 0.2;

    private final Decayed quick = new Decayed(QUICK);
    private final Decayed middle = new Decayed(MIDDLE);
    private final Decayed slow = new Decayed(SLOW);

    /** Adds what was seen within so many seconds, and says whether the level has jumped. */
    boolean add(double seconds, double count, double outOf, double prior, double weight) {
        quick.add(seconds, count, outOf);
        middle.add(seconds, count, outOf);
        slow.add(seconds, count, outOf);
        var level = slow.rate(prior, weight);
        if (contradicts(quick, level, prior, weight, QUICK_CONTRADICTS)) {
            middle.become(quick, AFTER_JUMP);
            slow.become(quick, AFTER_JUMP);
            return true;
        }
        if (contradicts(middle, level, prior, weight, MIDDLE_CONTRADICTS)) {
            slow.become(middle, AFTER_JUMP);
            return true;
        }
        return false;
    }

    private static boolean contradicts(Decayed recent, double level, double prior, double weight, double factor) {
        var expected = recent.possible() * level;
        var rate = recent.rate(prior, weight);
        var far = Math.max(rate, level) > factor * Math.min(rate, level);
        return far && Math.abs(recent.happened() - expected) > SIGMAS * Math.sqrt(Math.max(expected, 1));
    }

    double steady(double prior, double weight) {
        return slow.rate(prior, weight);
    }

    double quick(double prior, double weight) {
        return quick.rate(prior, weight);
    }

    Level copy() {
        var copy = new Level();
        copy.quick.become(quick, 1);
        copy.middle.become(middle, 1);
        copy.slow.become(slow, 1);
        return copy;
    }
}
