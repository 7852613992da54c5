package io.boxoffice.fraud.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.common.Ids;
import io.boxoffice.common.test.TestServers;
import io.boxoffice.fraud.Fraud;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VerdictsIT extends Fraud {
    private final JsonMapper json = new JsonMapper();
    private final List<String> told = new ArrayList<>();
    private final List<JsonNode> data = new ArrayList<>();
    private KafkaConsumer<String, String> consumer;

    @Autowired
    VerdictRepeater repeater;

    @BeforeEach
    void listen() {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        TestServers.kafka(),
                        "group.id",
                        "test-" + event,
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.subscribe(List.of("boxoffice.risk"));
    }

    @AfterEach
    void close() {
        consumer.close();
    }

    private void awaitTold(String... names) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                var type = new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
                var message = json.readTree(record.value());
                if (message.path("user_id").asString("").equals(fan.toString()) && message.has("decision")) {
                    told.add(type.replaceAll("io.boxoffice.|.v1", "") + ":"
                            + message.get("decision").asString());
                    data.add(message);
                }
            });
            assertThat(told).containsExactly(names);
        });
    }

    private void declined(UUID id) {
        hear(
                "boxoffice.orders",
                "OrderDeclined",
                id,
                "{\"event_id\":\"%s\",\"occurred_at\":\"%s\",\"user_id\":\"%s\",\"order_id\":\"%s\"}"
                        .formatted(event, clock.instant(), fan, id));
    }

    private void observed(int times) {
        for (int i = 0; i < times; i++) {
            hear(
                    "boxoffice.risk",
                    "RequestObserved",
                    "{\"event_id\":\"%s\",\"occurred_at\":\"%s\",\"user_id\":\"%s\",\"action\":\"hold\",\"address_hash\":\"%s\",\"status\":201}"
                            .formatted(event, clock.instant(), fan, "a-" + fan));
        }
    }

    @Test
    void failedPaymentsLeadToAVerdictThatIsToldOnceWithItsReasons() {
        for (int i = 0; i < 7; i++) {
            declined(Ids.next());
        }
        awaitTold("RiskScored:CHALLENGE");
        var scored = data.getFirst();
        assertThat(scored.get("event_id").asString()).isEqualTo(event.toString());
        assertThat(scored.get("score").asInt()).isEqualTo(50);
        assertThat(scored.get("reasons").get(0).asString()).isEqualTo("failed-payments");
        assertThat(scored.get("purpose").asString()).isEqualTo("order");
        assertThat(scored.get("model").asString()).isEqualTo("rules-1");
        var seen = body(account(fan));
        assertThat(seen.get("decision").asString()).isEqualTo("CHALLENGE");
        assertThat(seen.get("figures").get("declined").asLong()).isEqualTo(7);
    }

    @Test
    void aMessageHeardTwiceCountsOnce() {
        var id = Ids.next();
        for (int i = 0; i < 8; i++) {
            declined(id);
        }
        observed(1);
        hear(
                "boxoffice.queue",
                "EntryAdmitted",
                "{\"event_id\":\"%s\",\"occurred_at\":\"%s\",\"user_id\":\"%s\"}"
                        .formatted(event, clock.instant(), fan));
        for (int i = 0; i < 6; i++) {
            declined(Ids.next());
        }
        awaitTold("RiskScored:CHALLENGE");
        assertThat(body(account(fan)).get("figures").get("declined").asLong()).isEqualTo(7);
    }

    @Test
    void aBlockIsFlaggedRepeatedAndLiftedBySupport() {
        observed(91);
        for (int i = 0; i < 3; i++) {
            declined(Ids.next());
        }
        awaitTold("RiskScored:CHALLENGE", "RiskScored:BLOCK", "AccountFlagged:BLOCK");
        assertThat(decision(account(fan))).isEqualTo("BLOCK");

        clock.advance(Duration.ofMinutes(11));
        repeater.repeat();
        awaitTold("RiskScored:CHALLENGE", "RiskScored:BLOCK", "AccountFlagged:BLOCK", "RiskScored:BLOCK");
        repeater.repeat();
        assertThat(decision(assess(fan, "phone-" + fan))).isEqualTo("BLOCK");

        var lifted = body(asService("/internal/risk/accounts/" + fan + "/lift", Map.of("reason", "a class trip"))
                .expectStatus()
                .isOk());
        assertThat(lifted.get("decision").asString()).isEqualTo("ALLOW");
        assertThat(lifted.get("lift_reason").asString()).isEqualTo("a class trip");
        awaitTold(
                "RiskScored:CHALLENGE",
                "RiskScored:BLOCK",
                "AccountFlagged:BLOCK",
                "RiskScored:BLOCK",
                "RiskScored:ALLOW");
        assertThat(decision(assess(fan, "phone-" + fan))).isEqualTo("ALLOW");

        // the account is vouched for: at worst it is challenged
        observed(91);
        for (int i = 0; i < 3; i++) {
            declined(Ids.next());
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(body(account(fan))
                                .get("figures")
                                .get("declined")
                                .asLong())
                        .isEqualTo(3));
        assertThat(decision(assess(fan, "phone-" + fan))).isEqualTo("CHALLENGE");
    }

    @Test
    void aChallengeThatHasStoodItsTimeEnds() {
        observed(91);
        awaitTold("RiskScored:CHALLENGE");
        clock.advance(Duration.ofMinutes(11));
        repeater.repeat();
        awaitTold("RiskScored:CHALLENGE", "RiskScored:ALLOW");
        assertThat(decision(assess(fan, "phone-" + fan))).isEqualTo("ALLOW");
    }

    @Test
    void anAccountWithoutAVerdictIsNotFound() {
        account(fan).expectStatus().isNotFound();
        asService("/internal/risk/accounts/" + fan + "/lift", Map.of("reason", "none"))
                .expectStatus()
                .isNotFound();
    }
}
