package io.boxoffice.e2e.demo;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * When people come.
 *
 * @param early the share who come before the opening
 * @param ahead how long before it the first of them come
 * @param length from the opening to the last
 * @param bend above 1 most come early, below 1 most come late
 */
record Rush(double early, Duration ahead, Duration length, double bend) {

    private static final double IN_THE_LOBBY = 0.7;
    private static final Duration LOBBY = Duration.ofSeconds(10);

    /** All come after the opening. */
    static Rush within(Duration length, double bend) {
        return new Rush(0, Duration.ZERO, length, bend);
    }

    /** Everybody at once, stragglers behind. */
    static Rush usual() {
        return within(Duration.ofSeconds(12), 2);
    }

    /** Most come to the lobby, where nothing is gained by being first. */
    Rush withLobby() {
        return new Rush(IN_THE_LOBBY, LOBBY, length, bend);
    }

    /** Slow at first, so that seats are still sold while one service after another is killed. */
    static Rush whileKilling() {
        return within(Duration.ofSeconds(120), 1.0 / 3);
    }

    /** When one of them comes, after the opening; before it is negative. */
    Duration arrival(SplittableRandom random) {
        if (early > 0 && random.nextDouble() < early) {
            return Duration.ofMillis((long) (ahead.toMillis() * -random.nextDouble()));
        }
        return Duration.ofMillis((long) (length.toMillis() * Math.pow(random.nextDouble(), bend)));
    }
}
