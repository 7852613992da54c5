package io.boxoffice.analytics.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.boxoffice.common.web.ProblemException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTests {
    private static final Instant NOW = Instant.parse("2027-06-03T10:30:30Z");

    @Test
    void isTheLastHourByDefault() {
        var span = Span.of(null, null, "1m", NOW);
        assertThat(span.starts()).hasSize(61).startsWith(Instant.parse("2027-06-03T09:30:00Z"));
    }

    @Test
    void beginsOnAWholeStepAndEndsBeforeItsEnd() {
        var span = Span.of("2027-06-03T12:59:00+02:00", "2027-06-03T13:00:00Z", "1h", NOW);
        assertThat(span.starts())
                .containsExactly(
                        Instant.parse("2027-06-03T10:00:00Z"),
                        Instant.parse("2027-06-03T11:00:00Z"),
                        Instant.parse("2027-06-03T12:00:00Z"));
    }

    @Test
    void mayHaveAThousandPointsAndNoMore() {
        var span = Span.of("2027-06-03T00:00:00Z", "2027-06-03T16:40:00Z", "1m", NOW);
        assertThat(span.points()).isEqualTo(1000);
        assertRefused("2027-06-03T00:00:00Z", "2027-06-03T16:40:01Z", "1m");
    }

    @ParameterizedTest
    @CsvSource({
        "yesterday,,1m",
        "2027-06-03T10:00:00,,1m",
        ",+999999999-12-31T23:59:59Z,1m",
        "-999999999-01-01T00:00:00Z,,1h",
        "2027-06-03T10:00:00Z,2027-06-03T10:00:00Z,1m",
        "2027-06-04T10:00:00Z,,1m",
        ",,1d",
        ",,"
    })
    void isRefusedWhenItMakesNoSense(String from, String to, String step) {
        assertRefused(from, to, step == null ? "" : step);
    }

    private static void assertRefused(String from, String to, String step) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Span.of(from, to, step, NOW))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("validation-failed"));
    }
}
