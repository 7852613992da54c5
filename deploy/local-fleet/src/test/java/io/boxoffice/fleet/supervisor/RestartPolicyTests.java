package io.boxoffice.fleet.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RestartPolicyTests {
    private final RestartPolicy policy = new RestartPolicy();

    @Test
    void fiveStartsInARowThatNeverBecameReadyAreEnough() {
        for (int start = 1; start < 5; start++) {
            assertThat(policy.afterFailedStart()).isPresent();
        }

        assertThat(policy.afterFailedStart()).isEmpty();
    }

    @Test
    void pausesGrowFromStartToStart() {
        var first = policy.afterFailedStart().orElseThrow();
        var second = policy.afterFailedStart().orElseThrow();

        assertThat(second).isGreaterThan(first);
    }

    @Test
    void aProcessThatHadBeenReadyIsAlwaysStartedAgainAndQuickly() {
        for (int life = 0; life < 100; life++) {
            policy.becameReady();
            assertThat(policy.afterALife()).isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void becomingReadyForgetsTheFailuresBefore() {
        for (int start = 1; start < 5; start++) {
            policy.afterFailedStart();
        }
        policy.becameReady();

        assertThat(policy.afterFailedStart()).isPresent();
    }
}
