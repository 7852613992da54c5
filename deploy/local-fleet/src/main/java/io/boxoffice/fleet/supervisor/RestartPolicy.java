package io.boxoffice.fleet.supervisor;

import java.time.Duration;
import java.util.Optional;

/**
 * When to start again what died. Starts that never became ready are counted, and five in a row are enough; a process
 * that had been ready is started again at once, however often it dies.
 */
final class RestartPolicy {
    static final int LIMIT = 5;
    private static final Duration AFTER_A_LIFE = Duration.ofMillis(100);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private int failedStarts;

    void becameReady() {
        failedStarts = 0;
    }

    /** How long to wait after a process that had been ready died. */
    Duration afterALife() {
        return AFTER_A_LIFE;
    }

    /** How long to wait after a start that came to nothing; empty when it is time to give up. */
    Optional<Duration> afterFailedStart() {
        failedStarts++;
        return failedStarts >= LIMIT
                ? Optional.empty()
                : Optional.of(FIRST_PAUSE.multipliedBy(1L << (failedStarts - 1)));
    }
}
