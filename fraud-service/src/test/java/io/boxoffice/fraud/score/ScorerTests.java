package io.boxoffice.fraud.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.common.security.Challenges.Verdict;
import io.boxoffice.common.test.MovableClock;
import io.boxoffice.fraud.counter.Figures;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScorerTests {
    private static final Instant NOW = Instant.parse("2027-06-03T10:00:00Z");

    private final Scorer scorer = new Scorer(
            new RuleProperties(
                    new Weight(30, 30),
                    new Weight(20, 120),
                    new Weight(20, 3),
                    new Weight(30, 3),
                    new Weight(25, 2),
                    new Weight(25, 3),
                    new Weight(20, 10),
                    new RuleProperties.NewAccountWeight(25, Duration.ofDays(1))),
            new Thresholds(40, 85),
            new MovableClock(NOW));

    private static Figures figures(long... counts) {
        return new Figures(
                counts[0],
                counts[1],
                counts[2],
                0,
                counts[3],
                counts[4],
                counts[5],
                counts[6],
                NOW.minusSeconds(90_000_000));
    }

    @Test
    void anOrdinaryFanIsAllowed() {
        var score = scorer.score(figures(30, 3, 2, 10, 3, 3, 120));
        assertThat(score.points()).isZero();
        assertThat(score.decision()).isEqualTo(Verdict.ALLOW);
        assertThat(score.reasons()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "account-velocity, 31,0,0,0,0,0,0, 30",
        "account-velocity, 91,0,0,0,0,0,0, 60",
        "many-devices, 0,4,0,0,0,0,0, 20",
        "failed-payments, 0,0,3,0,0,0,0, 25",
        "many-challenges, 0,0,0,11,0,0,0, 20",
        "failed-challenges, 0,0,0,0,4,0,0, 25",
        "many-accounts-on-device, 0,0,0,0,0,4,0, 30",
        "many-accounts-on-device, 0,0,0,0,0,10,0, 60",
        "address-velocity, 0,0,0,0,0,0,121, 20"
    })
    void eachRuleHasItsPointsAndItsWord(
            String reason, long a, long b, long c, long d, long e, long f, long g, int points) {
        var score = scorer.score(figures(a, b, c, d, e, f, g));
        assertThat(score.reasons()).containsExactly(reason);
        assertThat(score.points()).isEqualTo(points);
    }

    @Test
    void aNewAccountCountsAndOneOfUnknownAgeDoesNot() {
        assertThat(scorer.score(new Figures(0, 0, 0, 0, 0, 0, 0, 0, NOW.minusSeconds(60)))
                        .reasons())
                .containsExactly("new-account");
        assertThat(scorer.score(new Figures(0, 0, 0, 0, 0, 0, 0, 0, null)).reasons())
                .isEmpty();
    }

    @Test
    void reasonsAddUpTheWeightiestFirstAndTheScoreEndsAtAHundred() {
        var challenged = scorer.score(figures(31, 0, 3, 0, 0, 0, 0));
        assertThat(challenged.decision()).isEqualTo(Verdict.CHALLENGE);
        assertThat(challenged.reasons()).containsExactly("account-velocity", "failed-payments");
        var blocked = scorer.score(figures(100, 0, 0, 0, 0, 100, 0));
        assertThat(blocked.points()).isEqualTo(100);
        assertThat(blocked.decision()).isEqualTo(Verdict.BLOCK);
    }

    @Test
    void whatAnAccountDidItselfIsNotHeldAgainstItTwice() {
        assertThat(scorer.score(figures(400, 0, 0, 0, 0, 0, 400)).reasons()).containsExactly("account-velocity");
    }

    @Test
    void aCrowdedAddressAloneBlocksNobody() {
        assertThat(scorer.score(figures(0, 0, 0, 0, 0, 0, 1_000)).decision()).isEqualTo(Verdict.CHALLENGE);
    }
}
