package io.boxoffice.e2e.demo;

import io.boxoffice.auditor.rule.Verdict;
import io.boxoffice.e2e.client.http.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What came of a sale, for people and for programs. */
record DemoReport(
        DemoOptions options,
        Sale sale,
        List<ServiceKiller.Kill> kills,
        @Nullable ShardMove move,
        @Nullable DrawRecord draw,
        List<Instant> admittedAt,
        Verdict verdict,
        boolean atRest,
        Instant started,
        Instant ended) {

    private static final DateTimeFormatter FILE_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    /** Whether nothing broke. */
    boolean good() {
        return atRest
                && verdict.broken() == 0
                && options.moveShard() == (move != null)
                && sale.notes().surprises().isEmpty()
                && sale.notes().gaveUp().isEmpty();
    }

    String text() {
        Tally tally = sale.tally();
        StringBuilder text = new StringBuilder("\n");
        text.append("Event %s, seed %d, %d s%n"
                .formatted(
                        sale.event(),
                        options.seed(),
                        Duration.between(started, ended).toSeconds()));
        text.append(
                "  fans %d · admitted %d · holds %d · orders %d · seats sold %d of %d, %d still reserved (%d holds walked away from)%n"
                        .formatted(
                                options.fans(),
                                tally.admitted(),
                                tally.holds.sum(),
                                verdict.orders(),
                                verdict.sold(),
                                options.seats(),
                                verdict.reserved(),
                                sale.notes().walkedAway().size()));
        text.append("  mails %d · scans %d · p95 of a hold %.0f ms, of an order %.0f ms%n"
                .formatted(tally.mails.sum(), tally.scans.sum(), tally.p95Millis("hold"), tally.p95Millis("order")));
        text.append("  refusals ").append(tally.errors()).append('\n');
        text.append("  challenges %d · tickets offered %d, sold on %d · refunds %d%n"
                .formatted(tally.calls("challenge"), tally.listed.sum(), tally.resold.sum(), tally.refunds.sum()));
        if (options.bots() > 0) {
            text.append("  bots %d, seats sold to them %d · stolen tokens tried %d%n"
                    .formatted(
                            options.machines(),
                            tally.botSeats.sum(),
                            sale.notes().foreignTries().get()));
        }
        if (draw != null) {
            text.append("  lobby %d drawn, %s · ./boxoffice verify-draw %s%n"
                    .formatted(draw.participants(), draw.good() ? "verified" : "NOT VERIFIED", draw.file()));
        }
        text.append("  waits told %d: median error %.0f %%, intervals held %.0f %%%n"
                .formatted(tally.waitsTold.size(), 100 * waitError(), 100 * waitsHeld()));
        if (!kills.isEmpty()) {
            text.append("  killed ").append(killsInWords()).append('\n');
        }
        if (move != null) {
            text.append("  moved ").append(move.inWords()).append('\n');
        }
        text.append('\n');
        verdict.findings().forEach(finding -> text.append(finding.line()).append('\n'));
        list(text, "Answers that should not be", sale.notes().surprises());
        list(text, "Fans who could not go on", sale.notes().gaveUp());
        if (!atRest) {
            text.append("  Not everything came to rest in time.\n");
        }
        text.append('\n')
                .append(
                        good()
                                ? "All invariants hold: 0 violations."
                                : "NOT GOOD: %d rules broken.".formatted(verdict.broken()));
        return text.toString();
    }

    /** The median of how far the first estimate was off, as a share of the wait. */
    double waitError() {
        List<Double> errors =
                sale.tally().waitsTold.stream().map(WaitTold::error).sorted().toList();
        return errors.isEmpty() ? 0 : errors.get(errors.size() / 2);
    }

    /** The share of waits that were within the interval told. */
    double waitsHeld() {
        return sale.tally().waitsTold.stream()
                .mapToInt(told -> told.held() ? 1 : 0)
                .average()
                .orElse(0);
    }

    private static void list(StringBuilder text, String title, Iterable<String> lines) {
        boolean first = true;
        for (String line : lines) {
            if (first) {
                text.append("  ").append(title).append(":\n");
                first = false;
            }
            text.append("       - ").append(line).append('\n');
        }
    }

    private String killsInWords() {
        return kills.stream()
                .map(kill -> "%s (%.0f s%s)"
                        .formatted(kill.service(), kill.seconds(), kill.during() ? "" : ", after the sale"))
                .collect(Collectors.joining(", "));
    }

    /** Writes the report for programs, and the page for people; tells where the page is. */
    Path writeBelow(Path home) throws IOException {
        Path reports = Files.createDirectories(home.resolve("reports"));
        String name = "demo-" + FILE_TIME.format(started);
        Files.writeString(reports.resolve(name + ".json"), Json.pretty(json()));
        String page = new HtmlReport(this).page();
        Files.writeString(reports.resolve("demo-latest.html"), page);
        return Files.writeString(reports.resolve(name + ".html"), page);
    }

    private Map<String, Object> json() {
        Tally tally = sale.tally();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("event_id", sale.event());
        json.put("at", started);
        json.put("seconds", Duration.between(started, ended).toSeconds());
        json.put("options", options);
        json.put("good", good());
        json.put("at_rest", atRest);
        json.put("admitted", tally.admitted());
        json.put("holds", tally.holds.sum());
        json.put("orders", verdict.orders());
        json.put("seats_sold", verdict.sold());
        json.put("seats_reserved", verdict.reserved());
        json.put("tickets", tally.tickets.sum());
        json.put("mails", tally.mails.sum());
        json.put("scans", tally.scans.sum());
        json.put("challenges", tally.calls("challenge"));
        json.put("listed", tally.listed.sum());
        json.put("resold", tally.resold.sum());
        json.put("refunds", tally.refunds.sum());
        json.put("seats_of_bots", tally.botSeats.sum());
        json.put("walked_away", sale.notes().walkedAway().size());
        json.put("stolen_tokens_tried", sale.notes().foreignTries().get());
        json.put("draw", draw);
        json.put("waits_told", tally.waitsTold.size());
        json.put("wait_error_median", waitError());
        json.put("waits_within_interval", waitsHeld());
        json.put("p95_hold_ms", tally.p95Millis("hold"));
        json.put("p95_order_ms", tally.p95Millis("order"));
        json.put("errors", tally.errors());
        json.put("kills", kills);
        json.put("move", move);
        json.put("findings", verdict.findings());
        json.put("surprises", sale.notes().surprises());
        json.put("gave_up", sale.notes().gaveUp());
        return json;
    }
}
