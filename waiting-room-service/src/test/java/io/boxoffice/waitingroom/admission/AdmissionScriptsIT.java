package io.boxoffice.waitingroom.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.waitingroom.redis.TestLine;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AdmissionScriptsIT {
    private final TestLine line = new TestLine();

    private TestLine.Entry fan() {
        return line.join(UUID.randomUUID());
    }

    private List<TestLine.Entry> fans(int count) {
        return Stream.generate(this::fan).limit(count).toList();
    }

    @Test
    void fansComeInInTheOrderOfTheirPlaces() {
        var fans = fans(5);

        assertThat(line.admit(3)).isEqualTo(3);

        assertThat(line.told().stream()
                        .filter(m -> m.get("what").equals("EntryAdmitted"))
                        .map(m -> m.get("n")))
                .containsExactly("1", "2", "3");
        assertThat(line.status().number(2)).isEqualTo(3);
        assertThat(line.poll(fans.get(2)).state()).isEqualTo("ADMITTED");
        assertThat(line.join(UUID.randomUUID()).ahead()).isEqualTo(2);
    }

    @Test
    void placesOnTheSiteAreNeverExceeded() {
        line.places = 2;
        var fans = fans(5);

        assertThat(line.admit(100)).isEqualTo(2);
        assertThat(line.admit(100)).isZero();

        line.leave(fans.getFirst());
        assertThat(line.admit(100)).isOne();
    }

    @Test
    void theRateIsKeptHoweverManyAsk() {
        line.rate = 60;
        fans(5);

        assertThat(line.admit(100)).isOne();
        assertThat(line.admit(100)).isZero();
        await().until(() -> line.admit(100) == 1);
    }

    @Test
    void aPausedLineLetsNobodyIn() {
        fans(2);
        line.rate = 0;

        assertThat(line.admit(100)).isZero();
        assertThat(line.waiting()).isEqualTo(2);
    }

    @Test
    void anUnclaimedLeaseExpiresAndThePlaceGoesOn() {
        line.places = 1;
        line.lease = 1;
        var fans = fans(2);
        line.admit(1);

        await().until(() -> line.expire() == 1);

        assertThat(line.poll(fans.getFirst()).state()).isEqualTo("EXPIRED");
        assertThat(line.reason(fans.getFirst())).isEqualTo("not-claimed");
        assertThat(line.admit(1)).isOne();
        assertThat(line.toldNames()).contains("EntryExpired").doesNotContain("SessionEnded");
    }

    @Test
    void aClaimedSessionOutlivesTheLeaseAndIsNeverProlonged() {
        line.lease = 60_000;
        var fan = fan();
        line.admit(1);

        var first = line.claim(fan);
        line.sessionLasts = 900_000;
        var second = line.claim(fan);

        assertThat(first.word(0)).isEqualTo("CLAIMED");
        assertThat(second.number(1)).isEqualTo(first.number(1));
        assertThat(first.number(1) % 1000).isZero();
    }

    @Test
    void aSessionExpiresAndFreesItsPlace() {
        line.sessionLasts = 1;
        var fan = fan();
        line.admit(1);
        line.claim(fan);

        await().until(() -> line.expire() == 1);

        assertThat(line.poll(fan).state()).isEqualTo("EXPIRED");
        assertThat(line.reason(fan)).isEqualTo("access-expired");
        assertThat(line.claim(fan).word(0)).isEqualTo("NOT_ADMITTED");
        assertThat(line.toldNames()).contains("SessionEnded", "EntryExpired");
    }

    @Test
    void onlyTheAdmittedCanClaim() {
        var fan = fan();

        assertThat(line.claim(fan).word(0)).isEqualTo("NOT_ADMITTED");
    }

    @Test
    void theFirstTokenKeptIsTheOneAnswered() {
        var fan = fan();
        line.admit(1);
        line.claim(fan);

        assertThat(line.keepToken(fan, "one").word(1)).isEqualTo("one");
        assertThat(line.keepToken(fan, "two").word(1)).isEqualTo("one");
        assertThat(line.keepToken(fan, "two", "one").word(1)).as("in its place").isEqualTo("two");
        assertThat(line.keepToken(fan, "three", "one").word(1))
                .as("by another at once")
                .isEqualTo("two");
        assertThat(line.claim(fan).word(2)).isEqualTo("two");
    }

    @Test
    void buyingEndsTheSessionOnceAndFreesThePlace() {
        line.places = 1;
        var fans = fans(2);
        line.admit(1);
        line.claim(fans.getFirst());

        assertThat(line.purchased(fans.getFirst())).isEqualTo("ENDED");
        assertThat(line.purchased(fans.getFirst())).isEqualTo("NOTHING");

        assertThat(line.reason(fans.getFirst())).isEqualTo("purchased");
        assertThat(line.admit(1)).isOne();
        assertThat(line.toldNames()).containsOnlyOnce("SessionEnded");
    }

    @Test
    void aBuyerWhoseTimeWasUpWhilePayingStillCountsAsOne() {
        line.sessionLasts = 1;
        var fan = fan();
        line.admit(1);
        line.claim(fan);
        await().until(() -> line.expire() == 1);

        line.purchased(fan);

        assertThat(line.poll(fan).state()).isEqualTo("LEFT");
        assertThat(line.reason(fan)).isEqualTo("purchased");
    }

    @Test
    void aSoldOutLineSendsThoseWaitingHomeAndTakesNobody() {
        var fans = fans(3);
        line.admit(1);
        line.soldOut(true, 1_000);

        assertThat(line.sendHome()).isEqualTo(2);

        assertThat(line.sendHome()).isZero();
        assertThat(line.reason(fans.getLast())).isEqualTo("sold-out");
        assertThat(line.poll(fans.getFirst()).state()).isEqualTo("ADMITTED");
        assertThat(line.tryJoin(UUID.randomUUID(), "phone").word(0)).isEqualTo("CLOSED");
    }

    @Test
    void anOlderWordAboutTheSeatsIsPassedOver() {
        line.soldOut(true, 1_000);
        assertThat(line.soldOut(false, 2_000)).isEqualTo("SET");

        assertThat(line.soldOut(true, 1_000)).isEqualTo("OLD");

        assertThat(fan().outcome()).isEqualTo("NEW");
    }

    @Test
    void whoAbandonedASoldOutLineDoesNotComeBack() {
        line.abandonAfter = 1;
        line.pollLeast = 1;
        var fan = fan();
        await().until(() -> line.abandon() == 1);
        line.soldOut(true, 1_000);

        assertThat(line.poll(fan).state()).isEqualTo("EXPIRED");
        assertThat(line.reason(fan)).isEqualTo("sold-out");
    }

    @Test
    void aCancelledLineSendsThoseWaitingHomeAndTakesNobody() {
        var fans = List.of(fan(), fan());
        line.ended(7, 2);

        assertThat(line.admit(1)).isZero();
        assertThat(line.sendHome()).isEqualTo(2);

        assertThat(line.sendHome()).isZero();
        assertThat(line.poll(fans.getFirst()).state()).isEqualTo("EXPIRED");
        assertThat(line.reason(fans.getFirst())).isEqualTo("event-cancelled");
        assertThat(line.tryJoin(UUID.randomUUID(), "phone").word(0)).isEqualTo("CLOSED");
    }

    @Test
    void theNewestVersionOfAnEventDecidesWhetherItsLineIsOpen() {
        assertThat(line.ended(0, 2)).isEqualTo("SET");
        assertThat(line.ended(8, 1)).isEqualTo("OLD");
        assertThat(line.ended(8, 2)).isEqualTo("SET");
        assertThat(line.ended(0, 1)).isEqualTo("OLD");
        assertThat(line.tryJoin(UUID.randomUUID(), "phone").word(0)).isEqualTo("CLOSED");

        assertThat(line.ended(0, 3)).isEqualTo("SET");
        assertThat(line.ended(8, 2)).isEqualTo("OLD");

        assertThat(fan().outcome()).isEqualTo("NEW");
    }

    @Test
    void theNewestVersionOfAnEventDecidesWhenItBegins() {
        var fans = List.of(fan(), fan());

        assertThat(line.sendHome(2, line.closesAt)).isZero();
        assertThat(line.sendHome(1, 1))
                .as("an instance that has not heard of the new date")
                .isZero();
        assertThat(line.admit(1)).isOne();
        assertThat(line.sendHome(3, 1)).isOne();
        assertThat(line.sendHome(2, line.closesAt)).isZero();

        assertThat(line.admit(1)).isZero();
        assertThat(line.poll(fans.getFirst()).state()).isEqualTo("ADMITTED");
        assertThat(line.poll(fans.getLast()).state()).isEqualTo("EXPIRED");
        assertThat(line.reason(fans.getLast())).isEqualTo("event-begun");
        assertThat(line.tryJoin(UUID.randomUUID(), "phone").word(0)).isEqualTo("CLOSED");

        assertThat(line.ended(0, 4)).isEqualTo("SET");
        assertThat(fan().outcome()).isEqualTo("NEW");
    }

    @Test
    void whoIsToBeChallengedKeepsTheLeaseUntilAClearanceIsShown() {
        var fan = fan();
        line.admit(1);

        assertThat(line.claim(fan, false).word(0)).isEqualTo("CHALLENGE");
        assertThat(line.poll(fan).state()).isEqualTo("ADMITTED");

        assertThat(line.claim(fan, true).word(0)).isEqualTo("CLAIMED");
        // once in, the same answer at every call
        assertThat(line.claim(fan, false).word(0)).isEqualTo("CLAIMED");
    }

    @Test
    void aClearanceShownAtTheJoinStillCountsAtTheClaimButNotOnAnotherDevice() {
        line.cleared = true;
        var fan = UUID.randomUUID();
        var other = UUID.randomUUID();
        var first = line.join(fan);
        line.join(other);
        line.admit(2);
        assertThat(line.claim(first, false).word(0)).isEqualTo("CLAIMED");

        line.cleared = false;
        var takenOver = line.join(other, "laptop");

        assertThat(line.claim(takenOver, false).word(0)).isEqualTo("CHALLENGE");
    }

    @Test
    void anOperatorsWordGoesBeforeWhatIsConfigured() {
        line.rate = 60;
        List.of(fan(), fan(), fan(), fan());
        line.control(1, "PAUSED", "", "");
        assertThat(line.admit(100)).isZero();

        line.control(2, "MANUAL", 600_000, 2);
        assertThat(line.admit(100)).isEqualTo(2);

        assertThat(line.control(1, "PAUSED", "", "")).isEqualTo("OLD");
        line.control(3, "MANUAL", 600_000, "");
        assertThat(line.admit(100)).isEqualTo(2);
        assertThat(line.toldNames().stream().filter("AdmissionRateChanged"::equals))
                .hasSize(3);
    }

    @Test
    void theSameWordTakenTwiceIsToldOnce() {
        line.control(1, "PAUSED", "", "");
        line.control(1, "PAUSED", "", "");
        assertThat(line.toldNames()).containsExactly("AdmissionRateChanged");
    }
}
