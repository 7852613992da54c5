package io.boxoffice.e2e.demo;

import io.boxoffice.auditor.rule.Finding;
import io.boxoffice.auditor.rule.Violation;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The tables of a report. */
final class ReportTables {

    private static final int SHOWN = 20;

    private final DemoReport report;
    private final Tally tally;

    ReportTables(DemoReport report) {
        this.report = report;
        this.tally = report.sale().tally();
    }

    String bots() {
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

    String draw(DrawRecord draw) {
        return Html.section(
                "The lobby's draw",
                Html.table(
                                List.of("", ""),
                                List.of(
                                        List.of("Drawn", draw.participants()),
                                        List.of("Commitment", shortened(draw.commitment())),
                                        List.of("Seed", shortened(draw.seed())),
                                        List.of("Root", shortened(draw.root())),
                                        List.of("Beacon", draw.beacon()),
                                        List.of("Verifier", draw.good() ? "good" : "REFUSED")))
                        + Html.list(draw.said())
                        + Html.faint("./boxoffice verify-draw " + draw.file()));
    }

    private static String shortened(String hash) {
        return hash.length() <= 16 ? hash : hash.substring(0, 16) + "…";
    }

    String secondHand() {
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

    String gate() {
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

    String invariants() {
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
                .flatMap(finding -> finding.violations().stream().limit(SHOWN).map(Violation::text))
                .toList();
        return Html.wide(
                "The six invariants",
                Html.table(List.of("", "rule", "looked at", "", "verdict"), rows)
                        + (broken.isEmpty() ? "" : Html.list(broken)));
    }

    String latency() {
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

    String kills() {
        List<List<Object>> rows = new ArrayList<>();
        report.kills()
                .forEach(kill -> rows.add(
                        List.of(kill.service(), kill.seconds(), kill.during() ? "during the sale" : "after the sale")));
        return Html.section("Killed", Html.table(List.of("service", "ready again after s", ""), rows));
    }

    String move(ShardMove move) {
        return Html.section(
                "Moved to another shard",
                Html.table(
                                List.of("", ""),
                                List.of(
                                        List.of("From", move.from()),
                                        List.of("To", move.to()),
                                        List.of("When", move.during() ? "during the sale" : "after the sale"),
                                        List.of("Rows", Long.toString(move.rows())),
                                        List.of("Seats sold before", Long.toString(move.soldBefore())),
                                        List.of("Writes paused, ms", Long.toString(move.pausedMillis())),
                                        List.of("In all, s", "%.1f".formatted(move.seconds()))))
                        + Html.faint(
                                "Whether a hold or a purchase was lost or doubled on the way: the six invariants."));
    }

    String machine() {
        var os = ManagementFactory.getOperatingSystemMXBean();
        return Html.section(
                "Machine and settings",
                Html.table(
                        List.of("", ""),
                        List.of(
                                List.of(
                                        "Processors",
                                        Integer.toString(Runtime.getRuntime().availableProcessors())),
                                List.of(
                                        "Load average at the end",
                                        String.format(Locale.ROOT, "%.1f", os.getSystemLoadAverage())),
                                List.of("System", os.getName() + " " + os.getVersion() + " " + os.getArch()),
                                List.of("Java", Runtime.version()),
                                List.of("Bots", percent(report.options().bots())),
                                List.of("Sold on", percent(report.options().resale())),
                                List.of("Refunded", percent(report.options().refunds())),
                                List.of("Services killed", report.options().kill()))));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }
}
