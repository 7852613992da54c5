package io.boxoffice.e2e.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.boxoffice.e2e.bench.estimate.SmallOnSale;
import io.boxoffice.e2e.bench.estimate.Trial;
import io.boxoffice.e2e.client.Person;
import io.boxoffice.e2e.client.http.Json;
import io.boxoffice.e2e.fleet.Fleet;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BenchTests {

    private final Fleet none = new Fleet(Path.of("no-such-script"), Path.of("no-such-home"));

    @Test
    void theMiddleOfTheRunsIsTheFigure() {
        assertThat(Spread.of(List.of(3.0, 1.0, 2.0))).isEqualTo(new Spread(2, 1, 3));
        assertThat(Spread.of(List.of(4.0, 1.0))).isEqualTo(new Spread(2.5, 1, 4));
    }

    @Test
    void whatIsNotComparedHasNullBesideIt() {
        var result = new BenchResult(
                "startup", 42, "s", null, null, "t", true, Map.of(), Map.of(), "abc", Instant.EPOCH, null);

        var json = Json.tree(Json.write(result));
        assertThat(json.path("denominator").isNull()).isTrue();
        assertThat(json.path("ratio").isNull()).isTrue();
        assertThat(json.propertyNames())
                .contains("name", "figure", "unit", "target", "met", "settings", "machine", "commit", "at");
    }

    @Test
    void aPairIsComparedWithItselfAloneAndTheMiddleOneCounts() throws Exception {
        var ours = List.of(10.0, 30.0, 90.0).iterator();
        var theirs = List.of(100.0, 100.0, 100.0).iterator();

        var pairs = Pairs.of("p", 3, ours::next, theirs::next);

        assertThat(pairs.ratio()).isEqualTo(new BenchResult.Ratio(0.3, 0.1, 0.9, 3));
        assertThat(pairs.row("p", "u", "tool", "t", ratio -> ratio >= 0.3))
                .isEqualTo(new BenchResult.Row(
                        "p", 30, "u", new BenchResult.Denominator("tool", 100), pairs.ratio(), "t", true));
    }

    @Test
    void whoWasAnsweredBeforeAnotherWasSentMustNotStandBehind() {
        var first = new Arrivals.Arrival(0, 10, 5);
        var beside = new Arrivals.Arrival(5, 30, 4);
        var behind = new Arrivals.Arrival(20, 30, 6);
        var overtakes = new Arrivals.Arrival(40, 50, 3);

        assertThat(Arrivals.judge(List.of(behind, beside, first))).isEqualTo(new Arrivals(1, 0));
        assertThat(Arrivals.judge(List.of(first, beside, behind, overtakes))).isEqualTo(new Arrivals(4, 1));
    }

    @Test
    void aRateIsSeenBetweenTheMomentsOfAdmission() {
        // two every 200 ms are 600 a minute
        List<Instant> moments = IntStream.range(0, 200)
                .mapToObj(number -> Instant.EPOCH.plusMillis(number / 2 * 200L))
                .toList();

        var seen = RateSeen.of(moments, Instant.EPOCH, Instant.EPOCH.plusSeconds(20), 600);

        assertThat(seen.whole()).isCloseTo(0, within(0.001));
        assertThat(seen.windows())
                .hasSize(2)
                .allSatisfy(window -> assertThat(window).isCloseTo(0, within(0.001)));
        assertThat(RateSeen.of(moments, Instant.EPOCH, Instant.EPOCH.plusSeconds(20), 500)
                        .worstWindow())
                .isCloseTo(0.2, within(0.001));
    }

    @Test
    void everyFanAsksForOneThingUnderAKeyOfTheirOwn() {
        var event = UUID.randomUUID();
        var people = List.of(person("a"), person("b"), person("c"));
        var requests = new HoldRequests(event, people, List.of("{\"n\":1}", "{\"n\":2}"));
        assertThat(requests.size()).isEqualTo(2);

        List<String> sent = new ArrayList<>();
        requests.forEachRemaining(request -> sent.add(new String(request, StandardCharsets.US_ASCII)));
        assertThat(sent).hasSize(2);
        assertThat(sent.getFirst())
                .startsWith("POST /api/v1/events/" + event + "/holds HTTP/1.1\r\n")
                .contains("Authorization: Bearer token-a\r\n", "Content-Length: 7\r\n")
                .endsWith("\r\n\r\n{\"n\":1}");
        assertThat(sent.stream().map(request -> request.replaceFirst("(?s).*Idempotency-Key: (\\S+).*", "$1")))
                .doesNotHaveDuplicates();
    }

    private static Person person(String name) {
        return new Person(name, UUID.randomUUID(), "token-" + name, Instant.MAX);
    }

    @Test
    void whatIsAliveStandsInTheLastLineOfTheHistogram() throws Exception {
        assertThat(LiveHeap.total("""
                 num     #instances         #bytes  class name (module)
                   1:            10            100  [B (java.base@25)
                Total            10            100
                """)).isEqualTo(100);
    }

    @Test
    void sizesAreReadAndNonsenseIsNot() {
        var options = BenchOptions.parse(List.of("queue-join", "--fans", "500", "--require"));

        assertThat(options.fans(1)).isEqualTo(500);
        assertThat(options.pairs(5)).isEqualTo(5);
        assertThat(options.require()).isTrue();
        assertThat(BenchMain.run(none, "queue-join", "--fans", "many")).isEqualTo(2);
        assertThat(BenchMain.run(none, "queue-join", "--fans")).isEqualTo(2);
    }

    @Test
    void anUnknownNameIsExitCodeTwo() {
        assertThat(BenchMain.run(none, "warp")).isEqualTo(2);
        assertThat(BenchMain.run(none)).isEqualTo(2);
        assertThat(BenchMain.run(none, "startup", "--fast")).isEqualTo(2);
        assertThat(BenchMain.run(none, "--help")).isZero();
    }

    @Test
    void waitsThatWereToldAreComparedAndTheSameSeedTellsTheSame() {
        var one = Trial.run(1001);

        assertThat(one.compared()).hasSizeGreaterThan(1_000);
        assertThat(one.abandoned()).isBetween(0.2, 0.4);
        assertThat(Trial.run(1001)).isEqualTo(one);
    }

    @Test
    void theFirstWaitsOfASmallOnSaleAreTheSameForTheSameSeed() {
        var first = SmallOnSale.run(1001);

        assertThat(first).hasSizeGreaterThan(50);
        assertThat(SmallOnSale.run(1001)).isEqualTo(first);
    }
}
