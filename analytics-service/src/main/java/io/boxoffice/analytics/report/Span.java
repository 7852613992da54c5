package io.boxoffice.analytics.report;

import io.boxoffice.common.web.Problems;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time cut into steps, each beginning on a whole step.
 *
 * @param word the step as the API writes it
 */
record Span(Instant from, Instant to, Duration step, String word) {
    private static final int MOST_POINTS = 1000;
    private static final Map<String, Duration> STEPS =
            Map.of("1m", Duration.ofMinutes(1), "5m", Duration.ofMinutes(5), "1h", Duration.ofHours(1));
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    /** Reads a request's parameters; by default the last hour, minute by minute. */
    static Span of(@Nullable String from, @Nullable String to, String word, Instant now) {
        var step = STEPS.get(word);
        if (step == null) {
            throw Problems.invalid("/step", "One of 1m, 5m, 1h.");
        }
        var end = to == null ? now : time("/to", to);
        var begin = from == null ? end.minus(Duration.ofHours(1)) : time("/from", from);
        if (!begin.isBefore(end)) {
            throw Problems.invalid("/from", "Before the end (to, which is now unless given).");
        }
        var span = new Span(floor(begin, step), end, step, word);
        if (span.points() > MOST_POINTS) {
            throw Problems.invalid("/from", "At most " + MOST_POINTS + " points: shorten the span or widen the step.");
        }
        return span;
    }

    private static Instant time(String pointer, String text) {
        try {
            var time = OffsetDateTime.parse(text).toInstant();
            if (!time.isBefore(EARLIEST) && !time.isAfter(LATEST)) {
                return time;
            }
        } catch (DateTimeException _) {
            // said below
        }
        throw Problems.invalid(pointer, "A time with its offset (RFC 3339) between the years 1970 and 9999.");
    }

    private static Instant floor(Instant time, Duration step) {
        long seconds = step.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds);
    }

    long points() {
        long millis = Duration.between(from, to).toMillis();
        return Math.ceilDiv(millis, step.toMillis());
    }

    Stream<Instant> starts() {
        return LongStream.range(0, points()).mapToObj(i -> from.plus(step.multipliedBy(i)));
    }
}
