package io.boxoffice.waitingroom.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ToldWaitsTests {
    private static final UUID EVENT = UUID.randomUUID();

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final ToldWaits waits = new ToldWaits(metrics);

    @Test
    void theErrorIsAShareOfWhatTheFanWaited() {
        waits.remember(EVENT, 1, 90);
        waits.judge(EVENT, 1, 60_000_000);

        var errors = metrics.get("boxoffice.queue.wait.estimate.error.ratio").summary();
        assertThat(errors.count()).isOne();
        assertThat(errors.max()).isEqualTo(0.5, within(1e-9));
    }

    @Test
    void aFanIsJudgedOnceAndOneWhoJoinedElsewhereNotAtAll() {
        waits.remember(EVENT, 1, 10);
        waits.judge(EVENT, 1, 10_000_000);
        waits.judge(EVENT, 1, 10_000_000);
        waits.judge(EVENT, 2, 10_000_000);

        assertThat(metrics.get("boxoffice.queue.wait.estimate.error.ratio")
                        .summary()
                        .count())
                .isOne();
    }
}
