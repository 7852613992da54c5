package io.boxoffice.inventory.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.common.test.TestIssuer;
import io.boxoffice.inventory.fixture.Api;
import io.boxoffice.inventory.fixture.InventoryTest;
import io.boxoffice.inventory.fixture.Shows;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.json.JsonMapper;

@InventoryTest
class HoldChallengeIT {
    private final UUID fan = UUID.randomUUID();

    @Autowired
    Shows shows;

    @Autowired
    Api api;

    @Autowired
    KafkaTemplate<String, byte[]> kafka;

    private void fraudSays(String decision) {
        var data = Map.of(
                "user_id",
                fan,
                "decision",
                decision,
                "reasons",
                List.of("velocity"),
                "occurred_at",
                Instant.now().toString());
        var record = new ProducerRecord<>(
                "boxoffice.risk", fan.toString(), JsonMapper.shared().writeValueAsBytes(data));
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_source", "/boxoffice/fraud",
                        "ce_type", "io.boxoffice.AccountFlagged.v1",
                        "ce_subject", fan.toString(),
                        "ce_time", Instant.now().toString(),
                        "content-type", "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        kafka.send(record).join();
    }

    private Api.Answer hold(String token, Shows.Show show, String device, String clearance) {
        return api.send(api.request("/api/v1/events/" + show.id() + "/holds")
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("X-Device-Id", device)
                .header("X-Clearance", clearance)
                .POST(Api.json(Map.of("seat_ids", show.seats().subList(0, 2)))));
    }

    private static String clearance(String purpose, Shows.Show show, UUID who) {
        return TestIssuer.clearance(
                purpose, show.id(), who, "phone", Instant.now().plusSeconds(600));
    }

    @Test
    void aNewAccountSolvesAChallengeWhereThereIsNoQueue() {
        var show = shows.onSale(1, 10);
        var token = TestIssuer.newcomerToken(fan, "FAN");
        var refused = hold(token, show, "phone", clearance("join", show, fan));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("challenge-required");
        assertThat(refused.text("purpose")).isEqualTo("hold");
        assertThat(refused.body().at("/types/0").asString()).isEqualTo("pow");
        assertThat(hold(token, show, "tablet", clearance("hold", show, fan)).code())
                .isEqualTo("challenge-required");
        assertThat(hold(token, show, "phone", clearance("hold", show, UUID.randomUUID()))
                        .code())
                .isEqualTo("challenge-required");
        assertThat(hold(token, show, "phone", clearance("hold", show, fan)).status())
                .isEqualTo(201);
    }

    @Test
    void whatFraudSaysOfAnAccountIsHeeded() {
        var show = shows.onSale(1, 10);
        fraudSays("CHALLENGE");
        var taken = show.seats().subList(0, 1);
        await().until(() -> {
            var answer = api.holdAs(fan, show.id(), Map.of("seat_ids", taken));
            if (answer.status() == 201) {
                api.release(fan, show.id(), answer.id("hold_id"));
            }
            return answer.code().equals("challenge-required");
        });
        var token = TestIssuer.token(fan, "FAN");
        var held = hold(token, show, "phone", clearance("hold", show, fan));
        assertThat(held.status()).as(held.raw().body()).isEqualTo(201);

        fraudSays("BLOCK");
        await().until(() ->
                hold(token, show, "phone", clearance("hold", show, fan)).code().equals("account-blocked"));
    }
}
