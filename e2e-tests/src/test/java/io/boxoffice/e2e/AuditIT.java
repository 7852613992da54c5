package io.boxoffice.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.auditor.rule.Finding;
import io.boxoffice.e2e.check.Checker;
import io.boxoffice.e2e.check.SaleNotes;
import io.boxoffice.e2e.client.http.Answer;
import io.boxoffice.e2e.client.http.Call;
import io.boxoffice.e2e.client.http.HttpExchange;
import io.boxoffice.e2e.fleet.FleetProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What must never be broken is watched all the time, by a process of its own. */
@ExtendWith(FleetExtension.class)
class AuditIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LONG_AGO = Duration.ofDays(1);

    @Test
    void aSeasonOfSalesResalesAndRefundsBreaksNoRule(TestFleet fleet, Season season) throws Exception {
        var notes = new SaleNotes(season.event(), Instant.now().minus(LONG_AGO), 4, Map.of());
        try (var checker = new Checker(fleet.fleet().status(), fleet.credentials(), notes)) {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(2))
                    .untilAsserted(() ->
                            assertThat(checker.checkFromBehind().findings()).allMatch(Finding::holds));
        }
    }

    @Test
    void theAuditorCountsViolationsOfEachInvariantFromZero(TestFleet fleet) {
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(2)).untilAsserted(() -> {
            FleetProcess auditor = fleet.fleet().status().process("auditor").orElseThrow();
            assertThat(auditor.ready()).isTrue();
            Answer metrics = HttpExchange.to("http://127.0.0.1:" + auditor.managementPort(), 1)
                    .send(Call.get("metrics", "/actuator/prometheus"));
            assertThat(metrics.body().lines())
                    .containsAll(IntStream.rangeClosed(1, 6)
                            .mapToObj(invariant ->
                                    "boxoffice_invariant_violations_total{invariant=\"%d\"} 0.0".formatted(invariant))
                            .toList());
            assertThat(metrics.body().lines())
                    .anyMatch(line -> line.startsWith("boxoffice_auditor_walks_seconds_count{outcome=\"done\"")
                            && !line.endsWith(" 0"));
        });
    }
}
