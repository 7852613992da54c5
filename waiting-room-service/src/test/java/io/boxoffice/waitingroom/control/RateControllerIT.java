package io.boxoffice.waitingroom.control;

import static io.boxoffice.waitingroom.QueueClient.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.common.test.TestIssuer;
import io.boxoffice.waitingroom.QueueClient.Fan;
import io.boxoffice.waitingroom.WaitingRoom;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/** The running service hears what others tell of their load, and lets fans in accordingly. */
class RateControllerIT extends WaitingRoom {
    private static final String PATH = "/api/v1/ops/events/{event}/queue";

    private final UUID event = eventOnSale();
    private final String operator = TestIssuer.token(UUID.randomUUID(), "OPS");

    @Autowired
    private MeterRegistry metrics;

    private void tell(String service, int p95) {
        hear("boxoffice.load", "LoadReported", UUID.randomUUID(), """
                {"service":"%s","instance":"one","p95_ms":%d,"error_ratio":0.0,"pool_saturation":0.1,"cpu":0.9,"requests":100,
                 "occurred_at":"2027-01-01T00:00:00Z"}""".formatted(service, p95));
    }

    private JsonNode shown() {
        return body(client().http()
                .get()
                .uri(PATH, event)
                .header("Authorization", "Bearer " + operator)
                .exchange()
                .expectStatus()
                .isOk());
    }

    private int rate() {
        return shown().get("rate_per_minute").asInt();
    }

    private String reason() {
        return shown().get("reason").asString();
    }

    @Test
    void theRateFollowsTheLoadOfThoseThatSell() {
        for (int i = 0; i < 80; i++) {
            client().joined(event, Fan.create());
        }
        client().http()
                .put()
                .uri(PATH, event)
                .header("Authorization", "Bearer " + operator)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("mode", "AUTO"))
                .exchange()
                .expectStatus()
                .isOk();

        // opened with a quarter, and rising
        await().untilAsserted(() -> {
            tell("inventory", 40);
            assertThat(rate()).isBetween(151, 600);
        });
        // somebody gets slow
        await().untilAsserted(() -> {
            tell("payment", 4_000);
            assertThat(reason()).startsWith("overload: payment p95");
            assertThat(rate()).isLessThan(150);
        });
        // and everybody silent
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(reason()).isEqualTo("silence"));
        assertThat(rate()).isEqualTo(60);
        assertThat(body(client().status(event)).get("admission_rate_per_minute").asInt())
                .isLessThan(150);
        // all is well again
        await().untilAsserted(() -> {
            tell("payment", 40);
            assertThat(rate()).isGreaterThan(60);
            assertThat(reason()).isEqualTo("slow start");
        });

        assertThat(metrics.get("boxoffice.admission.rate")
                        .tag("event_id", event.toString())
                        .gauge()
                        .value())
                .isBetween(60.0, 600.0);
        for (var decision : List.of("slow-start", "overload", "silence", "operator")) {
            assertThat(metrics.get("boxoffice.admission.decisions")
                            .tag("decision", decision)
                            .counter()
                            .count())
                    .isPositive();
        }
        turnsAreWrittenDown();
    }

    private void turnsAreWrittenDown() {
        await().untilAsserted(() -> {
            var trail = body(client().http()
                            .get()
                            .uri(PATH + "/audit", event)
                            .header("Authorization", "Bearer " + operator)
                            .exchange()
                            .expectStatus()
                            .isOk())
                    .get("items");
            assertThat(trail.findValuesAsString("cause"))
                    .containsSubsequence("slow-start", "overload", "slow-start", "operator");
            assertThat(trail.findValuesAsString("reason")).anyMatch(reason -> reason.startsWith("overload: payment"));
        });
    }
}
