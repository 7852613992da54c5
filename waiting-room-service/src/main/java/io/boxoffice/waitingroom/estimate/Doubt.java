package io.boxoffice.waitingroom.estimate;

/**
 * How far the truth may lie off a computed wait, as a factor in logarithms: the luck of single fans, how the rate wavers, how
 * many leave, and that the rate may change altogether meanwhile. What is told in the end is stretched by past residuals.
 */
final class Doubt {
    /** How much the pace wavers, and how long it takes to come back. */
    private static final double WAVERING = 0.14;

    private static final double WAVERING_SECONDS = 35;
    /** How well the level is known around which it wavers. */
    private static final double LEVEL = 0.05;

    private static final double LEAVING = 0.3;
    /** Admissions come in ticks. */
    private static final double TICK_SECONDS = 0.2;
    /** The rate changes altogether about once in so many seconds, by up to this factor, up or down. */
    private static final double CHANGES_EVERY = 7200;

    private static final double CHANGES_BY = Math.log(4);

    private Doubt() {}

    /**
     * Half the width of an 80 % interval around so many seconds.
     *
     * @param admissions within them
     * @param leave the share of those ahead who leave
     * @param unknown of this line, in logarithms
     */
    static double of(double seconds, double admissions, double leave, double unknown) {
        var x = Math.max(seconds / WAVERING_SECONDS, 1e-2);
        var wavering = WAVERING * Math.sqrt(2 * x - 3 + 4 * Math.exp(-x) - Math.exp(-2 * x)) / x;
        var level = LEVEL * (1 + Math.expm1(-x) / x);
        var luck = Math.sqrt((0.05 + leave) / Math.max(1, admissions));
        var tick = TICK_SECONDS / Math.max(1, seconds);
        var sigma = Math.sqrt(wavering * wavering
                + level * level
                + luck * luck
                + tick * tick
                + LEAVING * LEAVING * leave * leave
                + unknown * unknown);
        var changes = -Math.expm1(-seconds / CHANGES_EVERY);
        return quantile(sigma, changes);
    }

    /** Where 10 % lie beyond, of a normal distribution and, with some probability, a wide even one. */
    private static double quantile(double sigma, double changes) {
        var low = 0.0;
        var high = 5 * sigma + CHANGES_BY;
        for (int i = 0; i < 30; i++) {
            var x = (low + high) / 2;
            var beyond = (1 - changes) * beyond(x / sigma) + changes / 2 * Math.max(0, 1 - x / CHANGES_BY);
            if (beyond > 0.1) {
                low = x;
            } else {
                high = x;
            }
        }
        return high;
    }

    /** The upper tail of the normal distribution, closely enough. */
    private static double beyond(double z) {
        return 1 / (1 + Math.exp(z * (1.5976 + 0.070566 * z * z)));
    }
}
