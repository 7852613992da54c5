package io.boxoffice.e2e.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The charts of a report: how far people came, how long they waited, how fast the seats went. */
final class SaleCharts {

    private static final int MOST_COLUMNS = 24;

    private final DemoReport report;
    private final Tally tally;

    SaleCharts(DemoReport report) {
        this.report = report;
        this.tally = report.sale().tally();
    }

    String funnel() {
        List<Svg.Bar> bars = new ArrayList<>();
        for (Tally.Stop stop : Tally.Stop.values()) {
            String name = stop.name().toLowerCase(Locale.ROOT);
            bars.add(new Svg.Bar(
                    name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1), tally.reached(stop)));
        }
        return Html.section(
                "The funnel, in accounts",
                Svg.rows("How many accounts came how far", bars)
                        + Html.faint("%d seats of %d sold in the sale, by %d orders"
                                .formatted(
                                        tally.soldSeats.sum(), report.options().seats(), tally.orders.sum())));
    }

    String waits() {
        List<Long> waits = tally.waitMillis.stream().sorted().toList();
        long longest = waits.isEmpty() ? 0 : waits.getLast();
        return Html.section(
                "Waiting in line, in seconds",
                Svg.columns("How many waited how long", columns(waits, longest))
                        + Html.faint("%d people let in, p50 %.1f s, p95 %.1f s"
                                .formatted(waits.size(), percentile(waits, 50), percentile(waits, 95))));
    }

    String waitsTold() {
        List<Long> errors = tally.waitsTold.stream()
                .map(told -> (long) (Math.min(2, told.error()) * 100) * 1_000)
                .toList();
        return Html.section(
                "What fans were told of the wait",
                Svg.columns(
                                "How many estimates were off by how many percent",
                                columns(
                                        errors,
                                        errors.stream()
                                                .mapToLong(Long::longValue)
                                                .max()
                                                .orElse(0)))
                        + Html.faint(
                                "error in percent of the wait, 200 and more in the last column; %d told, median %.0f %%, %.0f %% within the interval"
                                        .formatted(errors.size(), 100 * report.waitError(), 100 * report.waitsHeld())));
    }

    String admissions() {
        List<Long> after = report.admittedAt().stream()
                .map(at -> Math.max(
                        0, Duration.between(report.sale().opensAt(), at).toMillis()))
                .toList();
        long last = after.stream().mapToLong(Long::longValue).max().orElse(0);
        return Html.section(
                "Let in, by seconds after the opening",
                Svg.columns("How many were let in when", columns(after, last))
                        + Html.faint("%d let in, %.0f a minute from the opening to the last"
                                .formatted(after.size(), last == 0 ? 0 : after.size() * 60_000.0 / last)));
    }

    String sales() {
        List<Tally.Sold> sold = List.copyOf(tally.sold);
        long last = sold.stream().mapToLong(this::millisAfterOpening).max().orElse(0);
        double most = last == 0 ? 0 : tally.soldSeats.sum() * 60_000.0 / last;
        List<Long> seats = sold.stream()
                .flatMap(sale -> Collections.nCopies(sale.seats(), millisAfterOpening(sale)).stream())
                .toList();
        return Html.section(
                "Seats sold, by seconds after the opening",
                Svg.columns("How many seats were sold when", columns(seats, last))
                        + Html.faint("%.0f seats a minute from the opening to the last order".formatted(most)));
    }

    private long millisAfterOpening(Tally.Sold sale) {
        return Math.max(0, Duration.between(report.sale().opensAt(), sale.at()).toMillis());
    }

    /** Columns of whole seconds, as many seconds each as it takes to show them all. */
    private static List<Svg.Bar> columns(List<Long> millis, long longest) {
        long seconds = Math.max(1, (longest / 1_000 + MOST_COLUMNS) / MOST_COLUMNS);
        int count = (int) (longest / 1_000 / seconds) + 1;
        long[] sums = new long[count];
        millis.forEach(at -> sums[(int) (at / 1_000 / seconds)]++);
        List<Svg.Bar> bars = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            bars.add(new Svg.Bar(Long.toString(i * seconds), sums[i]));
        }
        return bars;
    }

    private static double percentile(List<Long> sorted, int percent) {
        return sorted.isEmpty() ? 0 : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / 1_000.0;
    }
}
