package io.boxoffice.waitingroom.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.waitingroom.redis.TestLine;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OutboxScriptsIT {
    private final TestLine line = new TestLine();

    @Test
    void oneInstanceDrainsAtATimeAndAnotherTakesOverWhenItFallsSilent() {
        line.join(UUID.randomUUID());
        line.admit(1);

        assertThat(line.run("outbox/take", "one", 300, 10).size()).isOne();
        assertThat(line.run("outbox/take", "other", 300, 10).size()).isZero();

        await().until(() -> line.run("outbox/take", "other", 300, 10).size() == 1);
    }

    @Test
    void whatIsNotForgottenIsTakenAgain() {
        line.join(UUID.randomUUID());
        line.join(UUID.randomUUID());
        line.admit(2);

        var taken = line.run("outbox/take", "one", 10_000, 10);
        assertThat(line.run("outbox/take", "one", 10_000, 10))
                .usingRecursiveComparison()
                .isEqualTo(taken);
        assertThat(line.run("outbox/forget", taken.list(0).word(0)).number(0)).isOne();
        assertThat(line.run("outbox/take", "one", 10_000, 10).size()).isOne();
    }
}
