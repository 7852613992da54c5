package io.boxoffice.waitingroom.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.waitingroom.WaitingRoomProperties;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class LimitsTests {
    private final Limits limits = new Limits(
            new Binder(new MapConfigurationPropertySource()).bindOrCreate("waiting-room", WaitingRoomProperties.class));

    private Strain strain(InstanceLoad... instances) {
        return Strain.of(Duration.ZERO, List.of(instances), limits);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 0, 0.5, 0.5, false, inventory pool 50 %",
        "500, 0, 0, 0, false, inventory p95 500 ms",
        "812, 0, 0.5, 0.5, true, inventory p95 812 ms",
        "100, 0.06, 0, 0, true, inventory errors 6 %",
        "100, 0.05, 0, 0, false, inventory errors 5 %",
        "100, 0, 1, 0, true, inventory pool 100 %",
        // full, and in time: well used
        "200, 0, 0, 1, false, inventory p95 200 ms",
        "260, 0, 0, 1, true, inventory cpu 100 %",
    })
    void overloadIsAnySignalBeyondItsLimit(
            double p95, double errors, double pool, double cpu, boolean over, String what) {
        var strain = strain(new InstanceLoad("inventory", p95, errors, pool, cpu));

        assertThat(strain.worst().ofLimit() > 1).isEqualTo(over);
        assertThat(strain.worst().what()).isEqualTo(what);
    }

    @Test
    void theWorstOfAllCounts() {
        var strain = strain(
                new InstanceLoad("inventory", 400, 0, 0, 0.2),
                new InstanceLoad("payment", 900, 0, 0, 0.2),
                new InstanceLoad("gateway", 30, 0, 0, 0.99));

        assertThat(strain.worst().what()).isEqualTo("payment p95 900 ms");
        assertThat(strain.full()).isTrue();
    }

    @Test
    void aSecondOfFewRequestsSaysNothingOfLatencyAndErrors() {
        var load = InstanceLoad.of(List.of(report(3_000, 1, 3), report(5_000, 1, 6)));

        assertThat(load).isEqualTo(new InstanceLoad("payment", 0, 0, 0.5, 0.4));
    }

    @Test
    void secondsAreAveragedByTheirRequests() {
        var load = InstanceLoad.of(List.of(report(1_000, 0.5, 10), report(100, 0, 90)));

        assertThat(load.p95Ms()).isEqualTo(190);
        assertThat(load.errorRatio()).isEqualTo(0.05);
    }

    private static LoadReported report(double p95, double errors, long requests) {
        return new LoadReported("payment", "one", p95, errors, 0.5, 0.4, requests);
    }
}
