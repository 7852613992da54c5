package io.boxoffice.waitingroom.control;

import static io.boxoffice.waitingroom.QueueClient.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.common.test.TestIssuer;
import io.boxoffice.waitingroom.QueueClient.Fan;
import io.boxoffice.waitingroom.WaitingRoom;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

class ControlApiIT extends WaitingRoom {
    private static final String PATH = "/api/v1/ops/events/{event}/queue";

    private final UUID operator = UUID.randomUUID();
    private final UUID event = eventOnSale();

    private ResponseSpec put(UUID event, String role, Object said) {
        return client().http()
                .put()
                .uri(PATH, event)
                .header("Authorization", "Bearer " + TestIssuer.token(operator, role))
                .contentType(MediaType.APPLICATION_JSON)
                .body(said)
                .exchange();
    }

    private JsonNode shown() {
        return body(client().http()
                .get()
                .uri(PATH, event)
                .header("Authorization", "Bearer " + TestIssuer.token(operator, "OPS"))
                .exchange()
                .expectStatus()
                .isOk());
    }

    private void awaitState(String state) {
        await().untilAsserted(() ->
                assertThat(body(client().status(event)).get("state").asString()).isEqualTo(state));
    }

    @Test
    void whatIsConfiguredHoldsUntilAnOperatorSpeaks() {
        var control = shown();
        assertThat(control.get("mode").asString()).isEqualTo("PAUSED");
        assertThat(control.get("rate_per_minute").asInt()).isEqualTo(600);
        assertThat(control.get("max_active").asInt()).isEqualTo(2000);
        assertThat(control.get("message").isNull()).isTrue();
        assertThat(control.get("auto_rate_per_minute").isNull()).isTrue();
        assertThat(control.get("floor").asInt()).isEqualTo(60);
        assertThat(control.get("ceiling").asInt()).isEqualTo(30_000);
        assertThat(control.get("reason").asString()).isEqualTo("paused by configuration");
        assertThat(control.get("no_show_rate").asDouble()).isZero();
    }

    @Test
    void aManualRateLetsFansInAndEverybodySeesIt() {
        var fan = Fan.create();
        var entry = client().joined(event, fan);

        var set = body(put(
                        event,
                        "OPS",
                        Map.of("mode", "MANUAL", "rate_per_minute", 1200, "max_active", 5, "message", "Please wait."))
                .expectStatus()
                .isOk());

        assertThat(set.get("rate_per_minute").asInt()).isEqualTo(1200);
        assertThat(shown()).isEqualTo(set);
        awaitState("OPEN");
        var status = body(client().status(event));
        assertThat(status.get("admission_rate_per_minute").asInt()).isEqualTo(1200);
        assertThat(status.get("message").asString()).isEqualTo("Please wait.");
        // by the ticker alone
        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(body(client().poll(
                                                event, entry.get("queue_token").asString(), fan.secret()))
                                .get("state")
                                .asString())
                        .isEqualTo("ADMITTED"));
    }

    @Test
    void aPausedLineLetsNobodyInAndGoesOnAsConfiguredAfterwards() {
        put(event, "OPS", Map.of("mode", "AUTO")).expectStatus().isOk();
        awaitState("OPEN");
        put(event, "OPS", Map.of("mode", "PAUSED")).expectStatus().isOk();
        client().joined(event, Fan.create());

        letIn(event, 1);

        awaitState("PAUSED");
        var paused = body(client().status(event));
        assertThat(paused.get("admission_rate_per_minute").asInt()).isZero();
        assertThat(paused.get("queue_size").asLong()).isOne();
    }

    @Test
    void everyWordIsWrittenDown() {
        put(event, "OPS", Map.of("mode", "PAUSED", "message", "A moment."))
                .expectStatus()
                .isOk();
        put(event, "OPS", Map.of("mode", "MANUAL", "rate_per_minute", 60))
                .expectStatus()
                .isOk();

        List<String> said = jdbc.sql("SELECT mode || ' ' || said_by || ' ' || coalesce(message, '-')"
                        + " FROM queue_controls WHERE event_id = ? ORDER BY number")
                .param(event)
                .query(String.class)
                .list();
        assertThat(said).containsExactly("PAUSED " + operator + " A moment.", "MANUAL " + operator + " -");
    }

    private ResponseSpec audit(String query) {
        return client().http()
                .get()
                .uri(PATH + "/audit" + query, event)
                .header("Authorization", "Bearer " + TestIssuer.token(operator, "OPS"))
                .exchange();
    }

    @Test
    void theAuditTrailHasTheNewestWordFirstPageByPage() {
        for (int rate = 1; rate <= 3; rate++) {
            put(event, "OPS", Map.of("mode", "MANUAL", "rate_per_minute", rate))
                    .expectStatus()
                    .isOk();
        }

        var first = body(audit("?limit=2").expectStatus().isOk());
        assertThat(first.get("items").findValuesAsString("rate_per_minute")).containsExactly("3", "2");
        assertThat(first.get("items").get(0).get("cause").asString()).isEqualTo("operator");
        assertThat(first.get("items").get(0).get("said_by").asString()).isEqualTo(operator.toString());
        var rest = body(audit("?limit=2&cursor=" + first.get("next_cursor").asString())
                .expectStatus()
                .isOk());
        assertThat(rest.get("items").findValuesAsString("rate_per_minute")).containsExactly("1");
        assertThat(rest.get("next_cursor").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"?limit=0", "?limit=101", "?limit=many", "?cursor=yesterday"})
    void aPageThatIsNoneIsRefused(String query) {
        var answer = audit(query);
        answer.expectStatus().isBadRequest();
        assertThat(body(answer).get("code").asString()).isEqualTo("validation-failed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}",
                "{\"mode\":\"FAST\"}",
                "{\"mode\":\"MANUAL\"}",
                "{\"mode\":\"MANUAL\",\"rate_per_minute\":0}",
                "{\"mode\":\"MANUAL\",\"rate_per_minute\":\"60\"}",
                "{\"mode\":\"AUTO\",\"max_active\":0}",
                "{\"mode\":\"AUTO\",\"extra\":1}",
            })
    void aWordThatIsNoneIsRefused(String said) {
        var answer = put(event, "OPS", said);
        answer.expectStatus().isBadRequest();
        assertThat(body(answer).get("code").asString()).isEqualTo("validation-failed");
    }

    @Test
    void onlyOperatorsSpeakAndOnlyOfKnownEvents() {
        put(event, "FAN", Map.of("mode", "PAUSED")).expectStatus().isForbidden();
        put(event, "ORGANIZER", Map.of("mode", "PAUSED")).expectStatus().isForbidden();
        put(UUID.randomUUID(), "OPS", Map.of("mode", "PAUSED")).expectStatus().isNotFound();
        client().http().get().uri(PATH, event).exchange().expectStatus().isUnauthorized();
        client().http()
                .get()
                .uri(PATH + "/audit", event)
                .header("Authorization", "Bearer " + TestIssuer.token(operator, "FAN"))
                .exchange()
                .expectStatus()
                .isForbidden();
        client().http()
                .get()
                .uri(PATH + "/audit", UUID.randomUUID())
                .header("Authorization", "Bearer " + TestIssuer.token(operator, "OPS"))
                .exchange()
                .expectStatus()
                .isNotFound();
    }
}
