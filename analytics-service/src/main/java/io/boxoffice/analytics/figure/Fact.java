package io.boxoffice.analytics.figure;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a message adds to one metric.
 *
 * @param label tells apart within the metric: the currency of money, the bucket of a wait; otherwise empty
 */
public record Fact(Metric metric, String label, BigDecimal value, Instant at) {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final BigDecimal LARGEST = new BigDecimal("100000000000");

    /** Refuses what no sale can mean, so that one absurd message cannot spoil or stop the figures. */
    public Fact {
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
            throw new IllegalArgumentException("not a time of ours");
        }
        if (value.scale() > 2 || value.scale() < -11 || value.abs().compareTo(LARGEST) > 0) {
            throw new IllegalArgumentException("not an amount of ours");
        }
    }

    public static Fact of(Metric metric, long count, Instant at) {
        return new Fact(metric, "", BigDecimal.valueOf(count), at);
    }

    public static Fact one(Metric metric, Instant at) {
        return of(metric, 1, at);
    }

    public static Fact money(Metric metric, String currency, BigDecimal amount, Instant at) {
        return new Fact(metric, currency, amount.setScale(2), at);
    }
}
