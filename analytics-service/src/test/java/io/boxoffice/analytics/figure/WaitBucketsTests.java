package io.boxoffice.analytics.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WaitBucketsTests {

    @Test
    void aBoundBelongsToItsBucket() {
        assertThat(WaitBuckets.of(0)).isZero();
        assertThat(WaitBuckets.of(1000)).isZero();
        assertThat(WaitBuckets.of(1001)).isEqualTo(1);
        assertThat(WaitBuckets.of(Long.MAX_VALUE)).isEqualTo(WaitBuckets.size() - 1);
    }

    @Test
    void aQuantileLiesWithinItsBucket() {
        var counts = new long[WaitBuckets.size()];
        counts[WaitBuckets.of(25_000)] = 50;
        counts[WaitBuckets.of(250_000)] = 50;
        assertThat(WaitBuckets.quantile(0.5, counts)).isEqualTo(30);
        assertThat(WaitBuckets.quantile(0.25, counts)).isEqualTo(25);
        assertThat(WaitBuckets.quantile(0.95, counts)).isEqualTo(180 + 120 * 0.9);
    }

    @Test
    void nobodyWaitedNoTime() {
        assertThat(WaitBuckets.quantile(0.95, new long[WaitBuckets.size()])).isZero();
    }

    @Test
    void beyondTheLastBoundNothingIsGuessed() {
        var counts = new long[WaitBuckets.size()];
        counts[WaitBuckets.size() - 1] = 3;
        assertThat(WaitBuckets.quantile(0.5, counts)).isEqualTo(14_400);
    }
}
