package io.boxoffice.analytics.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One metric of an event over time, without gaps.
 *
 * @param currency of money
 */
record Timeseries(
        UUID eventId,
        String metric,
        @Nullable String currency,
        String step,
        Instant from,
        Instant to,
        List<Point> points) {

    /** @param at where the step begins */
    record Point(Instant at, BigDecimal value) {}
}
