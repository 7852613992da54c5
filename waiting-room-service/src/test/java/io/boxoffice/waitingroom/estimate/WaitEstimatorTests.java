package io.boxoffice.waitingroom.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class WaitEstimatorTests {
    private static final Percentage CLOSE = Percentage.withPercentage(12);

    private final WaitEstimator estimator = new WaitEstimator();
    private long second;
    private long admitted;
    private long gone;
    private long waiting = 100_000;

    /** A line in which that happens each second. */
    private void passes(int seconds, double perMinute, long admittedEach, long goneEach) {
        for (int i = 0; i < seconds; i++) {
            estimator.take(new Reading(second++ * 1000, 1, admitted, gone, waiting, waiting, perMinute));
            admitted += admittedEach;
            gone += goneEach;
            waiting -= admittedEach + goneEach;
        }
    }

    private double seconds(long ahead) {
        return estimator.outlook().behind(ahead).orElseThrow().seconds();
    }

    @Test
    void whileNothingIsMeasuredTheRateInForceIsBelieved() {
        passes(1, 600, 0, 0);

        assertThat(seconds(1_000)).isCloseTo(100, CLOSE);
    }

    @Test
    void whatIsMeasuredIsBelievedSoonerThanTheRateInForce() {
        passes(300, 600, 5, 0);

        assertThat(seconds(1_000)).isCloseTo(200, CLOSE);
    }

    @Test
    void aRateThatIsSetAnewCountsAtOnce() {
        passes(600, 600, 10, 0);
        passes(15, 2_400, 40, 0);

        assertThat(seconds(2_400)).isCloseTo(60, CLOSE);
    }

    @Test
    void aSiteThatSlowsDownFourTimesIsNoticedWithinAMinute() {
        passes(900, 1_200, 20, 0);
        passes(45, 1_200, 5, 0);

        assertThat(seconds(1_500)).isCloseTo(300, CLOSE);
    }

    @Test
    void thoseWhoWillHaveLeftBeforeTheirTurnDoNotCount() {
        passes(600, 600, 10, 0);
        var withoutLeaving = seconds(50_000);
        passes(600, 600, 10, 8);

        // of 50,000 ahead about one in 11,000 leaves each second
        assertThat(seconds(50_000)).isLessThan(withoutLeaving * 0.9);
    }

    @Test
    void nobodyKnowsTheWaitOfAPausedLine() {
        passes(60, 600, 10, 0);
        passes(60, 0, 0, 0);
        assertThat(estimator.outlook().behind(100)).isEmpty();

        passes(1, 600, 10, 0);

        assertThat(seconds(1_000)).isCloseTo(100, CLOSE);
    }

    @Test
    void aLineBroughtBackAfterALossIsMeasuredAnew() {
        passes(600, 600, 10, 0);
        estimator.take(new Reading(second * 1000, 2, 0, 0, waiting, waiting, 600));
        estimator.take(new Reading((second + 1) * 1000, 2, 10, 0, waiting - 10, waiting - 10, 600));

        assertThat(seconds(1_000)).isCloseTo(100, CLOSE);
    }

    @Test
    void whoeverReadTheSameSaysTheSame() {
        var other = new WaitEstimator();
        for (int i = 0; i < 400; i++) {
            var reading = new Reading(i * 1000L, 1, i * 7L, i * 2L, 100_000 - i * 9L, 100_000 - i * 9L, 500 + i % 30);
            estimator.take(reading);
            other.take(reading);
            other.take(reading);
        }

        assertThat(other.outlook().behind(777)).isEqualTo(estimator.outlook().behind(777));
    }

    @Test
    void anIntervalGrowsWhenWhatWasToldDidNotHold() {
        passes(600, 600, 10, 0);
        var before = estimator.outlook().behind(1_000).orElseThrow();
        for (int i = 0; i < 200; i++) {
            var told = estimator.outlook().told(second * 1000, 1_000, before);
            // half of them waited half as long again, half of them a third less
            estimator.learn(told, second * 1000 + (i % 2 == 0 ? 150_000 : 67_000), admitted + 1_000);
        }

        var after = estimator.outlook().behind(1_000).orElseThrow();
        assertThat(before.low()).isGreaterThan(75);
        assertThat(after.low()).isLessThan(75);
        assertThat(after.high()).isGreaterThan(140);
    }

    /** A line that opens: its rate is a quarter of what it climbs to. */
    private void opens(long inLine, long places, long taken) {
        estimator.take(new Reading(second++ * 1000, 1, 0, 0, 142, inLine, 150, 600, places, taken));
    }

    @Test
    void aRateThatClimbsIsFollowedToItsEnd() {
        opens(142, 2_000, 0);

        // 54 while it climbs for ten seconds, then ten a second
        assertThat(seconds(141)).isCloseTo(18.8, CLOSE);
        assertThat(seconds(20)).isCloseTo(5.5, CLOSE);
    }

    @Test
    void howWellAClimbIsKnownShowsInTheInterval() {
        opens(142, 2_000, 0);
        var atFirst = estimator.outlook().behind(100).orElseThrow();
        passes(120, 600, 10, 0);
        var later = estimator.outlook().behind(100).orElseThrow();

        assertThat(atFirst.doubt()).isGreaterThan(later.doubt() * 1.5);
    }

    @Test
    void whileTheDrawIsHeldTheLineIsNotTakenForASlowOne() {
        for (int i = 0; i < 5; i++) {
            opens(0, 2_000, 0);
        }

        assertThat(seconds(141)).isCloseTo(18.8, CLOSE);
    }

    @Test
    void thoseForWhomThereIsNoRoomWaitForPlacesThatComeBack() {
        long admitted = 0;
        // a full site of 100: each keeps a place for 20 seconds
        for (int i = 0; i < 120; i++) {
            estimator.take(new Reading(second++ * 1000, 1, admitted, 0, 500, 500, 600, 600, 100, 100));
            admitted += 5;
        }

        assertThat(seconds(49)).isCloseTo(10, Percentage.withPercentage(25));
        assertThat(estimator.outlook().behind(49).orElseThrow().covers(10)).isTrue();
    }

    @Test
    void howLongPlacesAreKeptIsNotKnownBeforeTheFirstComesBack() {
        estimator.take(new Reading(second * 1000, 1, 0, 0, 500, 500, 600, 600, 100, 0));

        var told = estimator.outlook().behind(149).orElseThrow();
        assertThat(told.high() / told.low()).isGreaterThan(4);
        assertThat(estimator.outlook().behind(49).orElseThrow().seconds()).isCloseTo(5, CLOSE);
    }

    @Test
    void anEstimateLiesInItsInterval() {
        passes(100, 600, 10, 1);

        for (long ahead : new long[] {0, 1, 10, 1_000, 50_000, 10_000_000}) {
            var wait = estimator.outlook().behind(ahead).orElseThrow();
            assertThat(wait.low()).isPositive().isLessThan(wait.seconds());
            assertThat(wait.high()).isGreaterThan(wait.seconds());
        }
    }

    @Test
    void whatAFanWasToldIsReadAsItWasWritten() {
        passes(100, 600, 10, 1);
        var told = estimator
                .outlook()
                .told(5_000, 321, estimator.outlook().behind(321).orElseThrow());

        assertThat(Told.read("5000 " + told.written())).isEqualTo(told);
        assertThat(told.estimate().residual(told.estimate().computed())).isCloseTo(0, within(1e-9));
        assertThat(told.estimate()
                        .residual(told.estimate().computed()
                                * Math.exp(told.estimate().doubt())))
                .isCloseTo(1, Offset.offset(1e-9));
    }

    @Test
    void allFansOfAShortLineAreJudgedAndFewOfALongOne() {
        assertThat(Sampling.contains(1)).isTrue();
        assertThat(Sampling.contains(1_999)).isTrue();
        assertThat(java.util.stream.LongStream.range(9_000_000, 9_100_000)
                        .filter(Sampling::contains)
                        .count())
                .isBetween(10L, 15L);
    }
}
