package io.boxoffice.e2e.bench.estimate;

import java.util.random.RandomGenerator;

/** A factor around 1 that wanders and comes back. */
final class Wavering {
    private final double sigma;
    private final double back;
    private double level;

    Wavering(double sigma, double seconds) {
        this.sigma = sigma;
        this.back = Math.exp(-1 / seconds);
    }

    /** A second later. */
    double next(RandomGenerator random) {
        level = level * back + sigma * Math.sqrt(1 - back * back) * random.nextGaussian();
        return Math.exp(level);
    }
}
