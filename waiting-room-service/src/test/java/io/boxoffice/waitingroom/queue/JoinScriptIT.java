package io.boxoffice.waitingroom.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.waitingroom.redis.TestLine;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JoinScriptIT {
    private final TestLine line = new TestLine();
    private final UUID ada = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();

    @Test
    void placesAreGivenInTheOrderOfJoining() {
        var first = line.join(ada);
        var second = line.join(bob);

        assertThat(first.outcome()).isEqualTo("NEW");
        assertThat(first.ahead()).isZero();
        assertThat(second.ahead()).isOne();
        assertThat(second.number()).isEqualTo(first.number() + 1);
        assertThat(second.score()).isGreaterThan(first.score());
        assertThat(line.waiting()).isEqualTo(2);
    }

    @Test
    void joiningAgainWithTheSameDeviceChangesNothing() {
        var first = line.join(ada);
        line.join(bob);

        var again = line.join(ada);

        assertThat(again)
                .usingRecursiveComparison()
                .ignoringFields("told")
                .isEqualTo(new TestLine.Entry(
                        "SAME", first.number(), first.session(), first.score(), "QUEUED", 0, first.told(), ada));
        assertThat(again.told()).as("the rest of it").isBetween(1L, first.told());
        assertThat(line.waiting()).isEqualTo(2);
    }

    @Test
    void anotherDeviceTakesOverThePlaceAndRaisesTheSession() {
        var phone = line.join(ada, "phone");
        line.join(bob);

        var laptop = line.join(ada, "laptop");

        assertThat(laptop.outcome()).isEqualTo("TAKEN_OVER");
        assertThat(laptop.number()).isEqualTo(phone.number());
        assertThat(laptop.score()).isEqualTo(phone.score());
        assertThat(laptop.session()).isEqualTo(phone.session() + 1);
        assertThat(line.poll(phone).outcome()).isEqualTo("SUPERSEDED");
        assertThat(line.toldNames()).doesNotContain("SessionSuperseded");
    }

    @Test
    void takingOverAnAdmittedPlaceEndsTheOldSessionAndKeepsItsTime() {
        var phone = line.join(ada, "phone");
        line.admit(1);
        var until = line.claim(phone).number(1);
        line.keepToken(phone, "phone's token");

        var laptop = line.join(ada, "laptop");

        assertThat(laptop.state()).isEqualTo("ADMITTED");
        assertThat(line.toldNames()).contains("SessionSuperseded");
        assertThat(line.claim(phone).word(0)).isEqualTo("NOT_ADMITTED");
        var claimed = line.claim(laptop);
        assertThat(claimed.number(1)).isEqualTo(until);
        assertThat(claimed.word(2)).isEmpty();
    }

    @Test
    void afterTheEndANewEntryStandsAtTheTail() {
        var first = line.join(ada);
        line.join(bob);
        line.leave(first);

        var again = line.join(ada);

        assertThat(again.outcome()).isEqualTo("NEW");
        assertThat(again.ahead()).isOne();
        assertThat(again.number()).isEqualTo(3);
        assertThat(line.poll(first).state()).isEqualTo("LEFT");
    }

    @Test
    void nobodyJoinsBeforeTheOpeningOrAfterTheClose() {
        line.opensAt = line.closesAt;
        assertThat(line.tryJoin(ada, "phone").word(0)).isEqualTo("NOT_OPEN");

        line.opensAt = 0;
        line.closesAt = 1;
        assertThat(line.tryJoin(ada, "phone").word(0)).isEqualTo("CLOSED");
        assertThat(line.waiting()).isZero();
    }

    @Test
    void anAbandonedPlaceIsTakenUpAgainWithinItsGrace() {
        line.abandonAfter = 1;
        line.pollLeast = 1;
        var first = line.join(ada);
        line.join(bob);
        await().until(() -> {
            line.abandon();
            return line.waiting() == 0;
        });
        line.abandonAfter = 120_000;

        var back = line.join(ada);

        assertThat(back.outcome()).isEqualTo("SAME");
        assertThat(back.score()).isEqualTo(first.score());
    }

    @Test
    void joinsAreToldOnceInAggregatesOfASecond() {
        for (int i = 0; i < 50; i++) {
            line.join(UUID.randomUUID());
        }
        await().untilAsserted(() -> {
            line.tellJoins();
            var told = line.told();
            assertThat(told.stream()
                            .mapToLong(message -> Long.parseLong(message.get("joins")))
                            .sum())
                    .isEqualTo(50);
            assertThat(told.getLast().get("last")).isEqualTo("50");
        });
        assertThat(line.tellJoins()).isZero();
    }
}
