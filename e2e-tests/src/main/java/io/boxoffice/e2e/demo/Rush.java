package io.boxoffice.e2e.demo;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * When people come.
 *
 * @param length from the first to the last
 * @param bend above 1 most come early, below 1 most come late
 */
record Rush(Duration length, double bend) {

    /** Everybody at once, stragglers behind. */
    static Rush usual() {
        return new Rush(Duration.ofSeconds(12), 2);
    }

    /** Slow at first, so that seats are still sold while one service after another is killed. */
    static Rush whileKilling() {
        return new Rush(Duration.ofSeconds(120), 1.0 / 3);
    }

    /** When one of them comes, after the opening. */
    Duration arrival(SplittableRandom random) {
        return Duration.ofMillis((long) (length.toMillis() * Math.pow(random.nextDouble(), bend)));
    }
}
