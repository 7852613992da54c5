package io.boxoffice.waitingroom.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.waitingroom.redis.TestLine;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PollScriptIT {
    private final TestLine line = new TestLine();

    private TestLine.Entry fan() {
        return line.join(UUID.randomUUID());
    }

    @Test
    void pollingTooSoonChangesNothingAndKeepsThePlace() {
        var first = fan();
        fan();

        var reply = line.tryPoll(first);

        assertThat(reply.word(0)).isEqualTo("TOO_SOON");
        assertThat(reply.number(1)).isBetween(1L, first.told() / 2);
        assertThat(line.waiting()).isEqualTo(2);
    }

    @Test
    void theIntervalIsShortNearTheHeadAndLongFarAway() {
        line.rate = 60;
        var told = new long[400];
        for (int i = 0; i < told.length; i++) {
            told[i] = fan().told();
        }

        assertThat(told[0]).isEqualTo(2_000);
        assertThat(told[30]).isBetween(7_000L, 9_000L);
        assertThat(told[61]).isBetween(27_000L, 33_000L);
        assertThat(told[399]).isBetween(27_000L, 33_000L);
    }

    @Test
    void theIntervalNeverExceedsTheLongest() {
        line.rate = 1;
        TestLine.Entry last = fan();
        for (int i = 0; i < 400; i++) {
            last = fan();
        }

        assertThat(last.told()).isBetween(550_000L, 600_000L);
    }

    @Test
    void anUnknownEntryIsUnknown() {
        assertThat(line.tryPoll(new TestLine.Entry("", 99, 1, 1, "", 0, 0, UUID.randomUUID()))
                        .word(0))
                .isEqualTo("UNKNOWN");
    }

    @Test
    void whoeverReturnsWithinTheGraceStandsAtTheSamePlace() {
        line.abandonAfter = 1;
        line.pollLeast = 1;
        var early = line.join(UUID.randomUUID());
        await().until(() -> line.abandon() == 1);
        assertThat(line.toldNames()).contains("EntryAbandoned");
        var late = fan();
        assertThat(late.ahead()).isZero();

        var back = line.poll(early);

        assertThat(back.state()).isEqualTo("QUEUED");
        assertThat(back.score()).isEqualTo(early.score());
        assertThat(back.ahead()).isZero();
        line.abandonAfter = 120_000;
        line.admit(1);
        assertThat(line.poll(early).state()).isEqualTo("ADMITTED");
    }

    @Test
    void whoeverReturnsAfterTheGraceIsGone() {
        line.abandonAfter = 1;
        line.pollLeast = 1;
        line.grace = 0;
        var fan = fan();
        await().until(() -> line.abandon() == 1);

        assertThat(line.poll(fan).state()).isEqualTo("ABANDONED");
        assertThat(line.reason(fan)).isEqualTo("not-polling");
        assertThat(line.waiting()).isZero();
    }

    @Test
    void nobodyWhoPolledInTimeIsAbandoned() {
        line.abandonAfter = 500;
        line.pollLeast = 50;
        var silent = fan();
        var polling = fan();

        await().pollInterval(Duration.ofMillis(50)).until(() -> {
            line.tryPoll(polling);
            return line.abandon() == 1;
        });

        assertThat(line.waiting()).isOne();
        assertThat(line.told().getLast().get("n")).isEqualTo(String.valueOf(silent.number()));
    }

    @Test
    void leavingFreesThePlaceOnceAndIsTold() {
        var first = fan();
        var second = fan();

        assertThat(line.leave(first)).isEqualTo("LEFT");
        assertThat(line.leave(first)).isEqualTo("NOTHING");

        assertThat(line.poll(first).state()).isEqualTo("LEFT");
        assertThat(line.reason(first)).isEqualTo("left");
        assertThat(line.join(UUID.randomUUID()).ahead()).isOne();
        assertThat(line.toldNames()).containsOnlyOnce("EntryAbandoned");
        assertThat(second.number()).isEqualTo(2);
    }

    @Test
    void aSupersededSessionCannotLeave() {
        var fan = UUID.randomUUID();
        var phone = line.join(fan, "phone");
        line.join(fan, "laptop");

        assertThat(line.leave(phone)).isEqualTo("NOTHING");
        assertThat(line.waiting()).isOne();
    }
}
