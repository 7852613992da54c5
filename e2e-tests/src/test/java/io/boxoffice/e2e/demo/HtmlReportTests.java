package io.boxoffice.e2e.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.auditor.rule.Finding;
import io.boxoffice.auditor.rule.Verdict;
import io.boxoffice.auditor.rule.Violation;
import io.boxoffice.e2e.check.SaleNotes;
import io.boxoffice.e2e.client.Mailbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTests {

    private static final Instant OPENING = Instant.parse("2027-08-15T12:00:00Z");

    private final FakeBoxoffice boxoffice = new FakeBoxoffice(3);
    private final Tally tally = new Tally();
    private final SaleNotes notes = new SaleNotes(boxoffice.event, OPENING, 4, Map.of("Floor", 3));

    @TempDir
    Path folder;

    @Test
    void thePageHasEveryPart() {
        assertThat(page())
                .contains(
                        "100 seats, 200 fans",
                        "The funnel",
                        "Joined",
                        "Scanned",
                        "Waiting in line",
                        "p50 2.0 s, p95 30.0 s",
                        "What fans were told of the wait",
                        "Let in, by seconds",
                        "Seats sold, by seconds",
                        "The lobby&#39;s draw",
                        "Bots and challenges",
                        "Resale and refunds",
                        "The six invariants",
                        "nobody exceeds the ticket limit",
                        "4321",
                        "Latency of each call",
                        "<td>hold</td>",
                        "Machine and settings",
                        "<td>inventory</td>",
                        "Moved to another shard",
                        "<td>shard-2</td>",
                        "5321",
                        "All invariants hold");
        assertThat(page().split("<svg", -1)).hasSize(6);
    }

    @Test
    void nothingComesFromElsewhereAndNothingRuns() {
        assertThat(page().replace("charset=utf-8", ""))
                .doesNotContain("http://", "https://", "src=", "href=", "url(", "@import", "<script", "<link");
    }

    @Test
    void whatIsShownIsEscaped() {
        notes.surprises().add("<img onerror=\"alert('x')\">");
        tally.error("<b>&code</b>");

        assertThat(page())
                .contains("&lt;img onerror=&quot;alert(&#39;x&#39;)&quot;&gt;", "&lt;b&gt;&amp;code&lt;/b&gt;")
                .doesNotContain("<img", "<b>");
    }

    @Test
    void whatIsBrokenIsSaid() {
        var broken = new Finding(1, "rule", 1, "seats", List.of(new Violation("s1", "seat s1 has 2 tickets")));

        assertThat(new HtmlReport(report(new Verdict(List.of(broken), 90, 1, 30))).page())
                .contains("Not good: 1 rules broken", "VIOLATED by 1", "seat s1 has 2 tickets");
    }

    @Test
    void theReportIsWrittenForProgramsForPeopleAndAsTheLatest() throws IOException {
        Path page = report(good()).writeBelow(folder);

        assertThat(page).hasFileName("demo-20270815-120000.html").isNotEmptyFile();
        assertThat(page.resolveSibling("demo-latest.html")).hasSameTextualContentAs(page);
        assertThat(Files.readString(page.resolveSibling("demo-20270815-120000.json")))
                .contains("\"good\" : true");
    }

    private String page() {
        return new HtmlReport(report(good())).page();
    }

    private static Verdict good() {
        return new Verdict(
                List.of(new Finding(3, "nobody exceeds the ticket limit", 4321, "fans", List.of())), 90, 1, 30);
    }

    private DemoReport report(Verdict verdict) {
        int[] counts = {200, 180, 90, 60, 55, 20};
        for (Tally.Stop stop : Tally.Stop.values()) {
            for (int i = 0; i < counts[stop.ordinal()]; i++) {
                tally.reached(stop, new UUID(0, i));
            }
        }
        if (tally.waitMillis.isEmpty()) {
            for (int i = 0; i < 20; i++) {
                tally.waitMillis.add(i < 18 ? 2_000L : 30_000L);
                tally.sold.add(new Tally.Sold(OPENING.plusSeconds(i * 2L), 1 + i % 4));
            }
            tally.latency("hold", TimeUnit.MILLISECONDS.toNanos(12));
            tally.latency("order", TimeUnit.MILLISECONDS.toNanos(90));
        }
        Sale sale = new Sale(
                boxoffice.event,
                OPENING,
                Map.of(),
                new MeasuredExchange(boxoffice, tally),
                new Mailbox(boxoffice::mail),
                Duration.ofSeconds(10),
                tally,
                notes,
                0);
        return new DemoReport(
                new DemoOptions(200, 100, 7, 0.1, 0.1, 0.05, true, true, true, false),
                sale,
                List.of(new ServiceKiller.Kill("inventory", 8.2, true)),
                new ShardMove("shard-1", "shard-2", 5_321, 312, 4.2, 40, true),
                new DrawRecord(
                        140, "c0", "5e", "70", "none", true, List.of("140 leaves"), Path.of("reports/draw.ndjson")),
                List.of(OPENING.plusSeconds(2), OPENING.plusSeconds(3)),
                verdict,
                true,
                OPENING,
                OPENING.plusSeconds(61));
    }
}
