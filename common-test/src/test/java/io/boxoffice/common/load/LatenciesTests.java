package io.boxoffice.common.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeUnit;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatenciesTests {
    private final Latencies latencies = new Latencies();

    @Test
    void nothingRecordedIsNothing() {
        assertThat(latencies.drain()).isEqualTo(new Latencies.Window(0, 0));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 15, 16, 17, 31, 32, 1_000, 1_023, 1_024, 250_000, 999_999, 60_000_000, 3_600_000_000L})
    void anyDurationIsRightWithinSixPercent(long micros) {
        latencies.record(TimeUnit.MICROSECONDS.toNanos(micros));

        var seen = latencies.drain().p95Micros();
        assertThat(seen).isGreaterThanOrEqualTo(micros);
        assertThat(seen).isCloseTo(micros, Percentage.withPercentage(6.3));
    }

    @Test
    void whatNoRequestTakesStillHasAPlace() {
        latencies.record(Long.MAX_VALUE);
        latencies.record(-1);

        assertThat(latencies.drain().count()).isEqualTo(2);
    }

    @Test
    void fiveOfAHundredMayBeSlower() {
        for (int i = 1; i <= 100; i++) {
            latencies.record(TimeUnit.MILLISECONDS.toNanos(i <= 95 ? 10 : 5_000));
        }
        assertThat(latencies.drain().p95Micros()).isCloseTo(10_000, within(630L));

        for (int i = 1; i <= 100; i++) {
            latencies.record(TimeUnit.MILLISECONDS.toNanos(i <= 94 ? 10 : 5_000));
        }
        assertThat(latencies.drain().p95Micros()).isCloseTo(5_000_000, within(315_000L));
    }

    @Test
    void drainingStartsAnew() {
        latencies.record(1_000_000);
        latencies.drain();

        assertThat(latencies.drain().count()).isZero();
    }
}
