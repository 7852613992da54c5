package io.boxoffice.fraud.counter;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.common.security.Challenges.Verdict;
import io.boxoffice.common.test.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CountersIT {
    private final MovableClock clock = new MovableClock(Instant.parse("2027-06-03T10:00:00Z"));
    private final Counters counters = TestCounters.onRedis(clock);
    private final UUID fan = UUID.randomUUID();

    private Figures count(Sign sign, String id) {
        return counters.count(Observation.of(fan, sign, id, clock.instant())).figures();
    }

    private Figures at(UUID user, String id, String device, String address) {
        return counters.count(new Observation(user, null, id, clock.instant(), device, address, null))
                .figures();
    }

    @Test
    void hearingTheSameTwiceCountsOnce() {
        count(Sign.ACTION, "one");
        assertThat(count(Sign.ACTION, "one").actions()).isOne();
        assertThat(count(Sign.ACTION, "two").actions()).isEqualTo(2);
    }

    @Test
    void eachSignCountsByItselfAndForItsOwnTime() {
        count(Sign.ACTION, "a");
        count(Sign.DECLINED, "d");
        count(Sign.CHALLENGE, "c");
        assertThat(count(Sign.FAILED_CHALLENGE, "f")).isEqualTo(new Figures(1, 0, 1, 0, 1, 1, 0, 0, null));
        clock.advance(Duration.ofSeconds(61));
        assertThat(count(Sign.CONFIRMED, "o")).isEqualTo(new Figures(0, 0, 1, 1, 1, 1, 0, 0, null));
        clock.advance(Duration.ofMinutes(61));
        assertThat(counters.count(Observation.look(fan, clock.instant())).figures())
                .isEqualTo(new Figures(0, 0, 1, 1, 0, 0, 0, 0, null));
    }

    @Test
    void whatHappenedLongAgoDoesNotCountHoweverLateItIsHeard() {
        counters.count(Observation.of(fan, Sign.ACTION, "old", clock.instant().minusSeconds(90)));
        assertThat(count(Sign.ACTION, "new").actions()).isOne();
    }

    @Test
    void accountsThatShareADeviceAreCountedWithIt() {
        var farm = "device-" + fan;
        at(UUID.randomUUID(), "1", farm, null);
        at(UUID.randomUUID(), "2", farm, null);
        assertThat(at(fan, "3", farm, null).accountsOnDevice()).isEqualTo(3);
        assertThat(at(fan, "4", farm, null).accountsOnDevice()).isEqualTo(3);
        assertThat(at(fan, "5", "own-" + fan, null).devices()).isEqualTo(2);
    }

    @Test
    void requestsFromAnAddressAreCountedOverAllAccounts() {
        var address = "address-" + fan;
        at(UUID.randomUUID(), "1", null, address);
        assertThat(at(fan, "2", null, address).addressRequests()).isEqualTo(2);
        assertThat(count(Sign.ACTION, "a").addressRequests()).isEqualTo(2);
        clock.advance(Duration.ofSeconds(61));
        assertThat(count(Sign.ACTION, "b").addressRequests()).isZero();
    }

    @Test
    void theAgeOfAnAccountIsRemembered() {
        var made = clock.instant().minusSeconds(60);
        counters.count(new Observation(fan, Sign.ACTION, "1", clock.instant(), null, null, made));
        assertThat(count(Sign.ACTION, "2").accountCreatedAt()).isEqualTo(made);
    }

    @Test
    void theVerdictToldLastIsTheOneRemembered() {
        var now = clock.instant();
        counters.remember(fan, new Standing(Verdict.BLOCK, now));
        counters.remember(fan, new Standing(Verdict.ALLOW, now.minusMillis(1)));
        assertThat(counters.count(Observation.look(fan, now)).standing()).hasValue(new Standing(Verdict.BLOCK, now));
    }

    @Test
    void forgettingForgivesAll() {
        count(Sign.DECLINED, "1");
        counters.remember(fan, new Standing(Verdict.BLOCK, clock.instant()));
        counters.forget(fan);
        assertThat(counters.count(Observation.look(fan, clock.instant())))
                .isEqualTo(new Seen(new Figures(0, 0, 0, 0, 0, 0, 0, 0, null), java.util.Optional.empty()));
    }
}
