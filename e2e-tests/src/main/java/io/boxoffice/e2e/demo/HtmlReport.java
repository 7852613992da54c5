package io.boxoffice.e2e.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What came of a sale as one page: charts and tables, no script, nothing from elsewhere. */
final class HtmlReport {

    private final DemoReport report;

    HtmlReport(DemoReport report) {
        this.report = report;
    }

    String page() {
        String title = "Boxoffice demo " + report.started();
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                <main>
                %s<div class="cards">
                %s</div>
                </main>
                </body>
                </html>
                """.formatted(Html.escaped(title), style(), head(), String.join("", parts()));
    }

    private List<String> parts() {
        var charts = new SaleCharts(report);
        var tables = new ReportTables(report);
        List<String> parts = new ArrayList<>(List.of(
                charts.funnel(),
                charts.waits(),
                charts.waitsTold(),
                charts.admissions(),
                charts.sales(),
                tables.bots(),
                tables.secondHand(),
                tables.gate(),
                tables.invariants(),
                tables.latency()));
        if (report.draw() != null) {
            parts.add(1, tables.draw(report.draw()));
        }
        if (report.move() != null) {
            parts.add(tables.move(report.move()));
        }
        if (!report.kills().isEmpty()) {
            parts.add(tables.kills());
        }
        List<String> odd = new ArrayList<>(report.sale().notes().surprises());
        odd.addAll(report.sale().notes().gaveUp());
        if (!odd.isEmpty()) {
            parts.add(Html.wide("What should not be", Html.list(odd)));
        }
        parts.add(tables.machine());
        return parts;
    }

    private String head() {
        String verdict = report.good()
                ? "All invariants hold: 0 violations"
                : "Not good: %d rules broken%s"
                        .formatted(report.verdict().broken(), report.atRest() ? "" : ", not everything came to rest");
        return """
                <h1>%d seats, %d fans</h1>
                <p class="faint">Event %s · %s · %d s · seed %d</p>
                <p class="verdict %s">%s</p>
                """.formatted(
                        report.options().seats(),
                        report.options().fans(),
                        Html.escaped(report.sale().event()),
                        Html.escaped(report.started()),
                        Duration.between(report.started(), report.ended()).toSeconds(),
                        report.options().seed(),
                        report.good() ? "good" : "bad",
                        Html.escaped(verdict));
    }

    private static String style() {
        try (InputStream css = Objects.requireNonNull(HtmlReport.class.getResourceAsStream("report.css"))) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
