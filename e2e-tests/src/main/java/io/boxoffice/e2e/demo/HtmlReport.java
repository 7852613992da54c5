package io.boxoffice.e2e.demo;

import io.boxoffice.auditor.rule.Finding;
import io.boxoffice.auditor.rule.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What came of a sale as one page: charts and tables, no script, nothing from elsewhere. */
final class HtmlReport {

    private final DemoReport report;
    private final Tally tally;

    HtmlReport(DemoReport report) {
        this.report = report;
        this.tally = report.sale().tally();
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
        List<String> parts = new ArrayList<>(List.of(
                charts.funnel(),
                charts.waits(),
                charts.sales(),
                bots(),
                secondHand(),
                gate(),
                invariants(),
                latency()));
        if (!report.kills().isEmpty()) {
            parts.add(kills());
        }
        List<String> odd = new ArrayList<>(report.sale().notes().surprises());
        odd.addAll(report.sale().notes().gaveUp());
        if (!odd.isEmpty()) {
            parts.add(Html.wide("What should not be", Html.list(odd)));
        }
        parts.add(machine());
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

    private String bots() {
        Map<String, Long> refusals = tally.errors();
        return Html.section(
                "Bots and challenges",
                Html.table(
                        List.of("", "count"),
                        List.of(
                                List.of(
                                        "Bots among the accounts",
                                        report.options().machines()),
                                List.of("Seats that bots bought", tally.botSeats.sum()),
                                List.of(
                                        "Calls refused until work was done",
                                        refusals.getOrDefault("challenge-required", 0L)),
                                List.of("Challenges given", tally.calls("challenge")),
                                List.of(
                                        "Challenges solved",
                                        tally.calls("solution") - refusals.getOrDefault("challenge-failed", 0L)),
                                List.of(
                                        "Calls of blocked accounts refused",
                                        refusals.getOrDefault("account-blocked", 0L)),
                                List.of(
                                        "Stolen tokens tried, all in vain",
                                        report.sale().notes().foreignTries().get()))));
    }

    private String secondHand() {
        return Html.section(
                "Resale and refunds",
                Html.table(
                        List.of("", "count"),
                        List.of(
                                List.of("Tickets offered to other fans", tally.listed.sum()),
                                List.of("Of them sold on", tally.resold.sum()),
                                List.of("Orders refunded by support", tally.refunds.sum()),
                                List.of(
                                        "Codes dead by either, shown at the gate",
                                        report.sale().notes().codes().size()),
                                List.of(
                                        "Seats sold at the end",
                                        report.verdict().sold()),
                                List.of("Seats still reserved", report.verdict().reserved()))));
    }

    private String gate() {
        return Html.section(
                "Mail and gate",
                Html.table(
                        List.of("", "count"),
                        List.of(
                                List.of("Confirmations mailed", tally.mails.sum()),
                                List.of("Tickets seen by their buyers", tally.tickets.sum()),
                                List.of("Scans", tally.scans.sum()),
                                List.of(
                                        "People let in",
                                        report.sale().notes().admittances().size()))));
    }

    private String invariants() {
        List<List<Object>> rows = new ArrayList<>();
        for (Finding finding : report.verdict().findings()) {
            rows.add(List.of(
                    finding.invariant(),
                    finding.rule(),
                    finding.checked(),
                    finding.of(),
                    finding.holds()
                            ? "holds"
                            : "VIOLATED by " + finding.violations().size()));
        }
        List<String> broken = report.verdict().findings().stream()
                .flatMap(finding -> finding.violations().stream().limit(20).map(Violation::text))
                .toList();
        return Html.wide(
                "The six invariants",
                Html.table(List.of("", "rule", "looked at", "", "verdict"), rows)
                        + (broken.isEmpty() ? "" : Html.list(broken)));
    }

    private String latency() {
        List<List<Object>> rows = new ArrayList<>();
        for (String operation : tally.operations()) {
            rows.add(List.of(
                    operation,
                    tally.calls(operation),
                    tally.millis(operation, 50),
                    tally.millis(operation, 95),
                    tally.millis(operation, 99)));
        }
        List<List<Object>> refusals = new ArrayList<>();
        tally.errors().forEach((code, count) -> refusals.add(List.of(code, count)));
        return Html.wide(
                        "Latency of each call, as clients felt it, in ms",
                        Html.table(List.of("call", "calls", "p50", "p95", "p99"), rows))
                + Html.section("Refusals and failures", Html.table(List.of("code", "count"), refusals));
    }

    private String kills() {
        List<List<Object>> rows = new ArrayList<>();
        report.kills()
                .forEach(kill -> rows.add(
                        List.of(kill.service(), kill.seconds(), kill.during() ? "during the sale" : "after the sale")));
        return Html.section("Killed", Html.table(List.of("service", "ready again after s", ""), rows));
    }

    private String machine() {
        var os = ManagementFactory.getOperatingSystemMXBean();
        return Html.section(
                "Machine and settings",
                Html.table(
                        List.of("", ""),
                        List.of(
                                List.of("Processors", Runtime.getRuntime().availableProcessors()),
                                List.of(
                                        "Load average at the end",
                                        String.format(Locale.ROOT, "%.1f", os.getSystemLoadAverage())),
                                List.of("System", os.getName() + " " + os.getVersion() + " " + os.getArch()),
                                List.of("Java", Runtime.version()),
                                List.of("Bots", report.options().bots()),
                                List.of("Sold on", report.options().resale()),
                                List.of("Refunded", report.options().refunds()),
                                List.of("Services killed", report.options().kill()))));
    }

    private static String style() {
        try (InputStream css = Objects.requireNonNull(HtmlReport.class.getResourceAsStream("report.css"))) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
