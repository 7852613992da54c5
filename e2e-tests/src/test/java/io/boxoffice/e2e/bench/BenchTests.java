package io.boxoffice.e2e.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.e2e.bench.estimate.Trial;
import io.boxoffice.e2e.client.http.Json;
import io.boxoffice.e2e.fleet.Fleet;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
        var result =
                new BenchResult("startup", 42, "s", null, null, "t", true, Map.of(), Map.of(), "abc", Instant.EPOCH);

        var json = Json.tree(Json.write(result));
        assertThat(json.path("denominator").isNull()).isTrue();
        assertThat(json.path("ratio").isNull()).isTrue();
        assertThat(json.propertyNames())
                .contains("name", "figure", "unit", "target", "met", "settings", "machine", "commit", "at");
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
}
