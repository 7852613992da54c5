package io.boxoffice.analytics.report;

import io.boxoffice.analytics.figure.Metric;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be drawn over time, by the word of the API. */
enum Series {
    TICKETS(Metric.TICKETS, 0),
    REVENUE(Metric.REVENUE, 2),
    JOINS(Metric.JOINED, 0),
    ADMISSIONS(Metric.ADMITTED, 0),
    ORDERS(Metric.PLACED, 0),
    SCANS(Metric.SCANNED, 0),
    RESALE(Metric.RESOLD, 0);

    private final Metric metric;
    private final int decimals;

    Series(Metric metric, int decimals) {
        this.metric = metric;
        this.decimals = decimals;
    }

    Metric metric() {
        return metric;
    }

    int decimals() {
        return decimals;
    }

    boolean isMoney() {
        return decimals > 0;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Series> of(String word) {
        return Arrays.stream(values())
                .filter(series -> series.word().equals(word))
                .findAny();
    }
}
