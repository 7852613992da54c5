package io.boxoffice.payment.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.common.test.TestIssuer;
import io.boxoffice.payment.remote.Fault;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

class OrderRiskIT extends ResaleFixture {
    private static final String CHALLENGE_REQUIRED = "challenge-required";

    @Autowired
    private MeterRegistry metrics;

    /** What fraud says, the clearance shown, and what becomes of the order. */
    @ParameterizedTest
    @CsvSource({
        "ALLOW,     none,     201, ''",
        "CHALLENGE, none,     403, challenge-required",
        "CHALLENGE, order,    201, ''",
        "CHALLENGE, hold,     403, challenge-required",
        "CHALLENGE, expired,  403, challenge-required",
        "CHALLENGE, another,  403, challenge-required",
        "CHALLENGE, nonsense, 403, challenge-required",
        "BLOCK,     none,     403, account-blocked",
        "BLOCK,     order,    403, account-blocked",
        "MAYBE,     none,     403, challenge-required",
        "MAYBE,     order,    201, ''"
    })
    void whatFraudSaysOfABuyerDecides(String decision, String shown, int status, String code) {
        var buyer = buyer();
        fraud.says(buyer.sub, decision);
        var answer = orders(buyer, "a-key", clearance(shown, buyer.eventId, buyer.sub));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(buyer.hold.status).isEqualTo(status == 201 ? "PURCHASED" : "ACTIVE");

        var purchaser = purchaser();
        fraud.says(purchaser.sub, decision);
        var clearance = clearance(shown, purchaser.listing.eventId, purchaser.sub);
        var purchase = purchaser.purchases(
                VISA, PRICE, "a-key", ",\"device_id\":\"phone\",\"clearance\":\"" + clearance + "\"");
        assertThat(purchase.status()).isEqualTo(status);
        assertThat(purchase.code()).isEqualTo(code);
        assertThat(purchaser.listing.status).isEqualTo(status == 201 ? "SOLD" : "ACTIVE");
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"ERROR_BEFORE", "TIMEOUT_BEFORE", "RESET_AFTER"})
    void fraudBeingSilentIsAsGoodAsAChallenge(Fault fault) {
        var buyer = buyer();
        fraud.failing("assess", fault, 2);
        var refused = orders(buyer, "a-key", "");
        assertThat(refused.code()).isEqualTo(CHALLENGE_REQUIRED);
        assertThat(refused.body().get("purpose").asString()).isEqualTo("order");
        assertThat(refused.body().get("types").toString()).isEqualTo("[\"pow\"]");
        assertThat(orders(buyer, "a-key", clearance("order", buyer.eventId, buyer.sub))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aBlockThatWasHeardOfStandsWhileFraudIsSilent() {
        var buyer = buyer();
        tell(
                "boxoffice.risk",
                "AccountFlagged",
                "{\"user_id\":\"%s\",\"decision\":\"BLOCK\",\"reasons\":[]}".formatted(buyer.sub));
        fraud.failing("assess", Fault.ERROR_BEFORE, 100_000);
        var clearance = clearance("another", buyer.eventId, buyer.sub);
        await().untilAsserted(() ->
                assertThat(orders(buyer, "a-key", clearance).code()).isEqualTo("account-blocked"));
    }

    @Test
    void aRepeatWithAStoredAnswerAsksNoMore() {
        var buyer = buyer();
        assertThat(orders(buyer, "a-key", "").status()).isEqualTo(201);
        fraud.says(buyer.sub, "BLOCK");
        assertThat(orders(buyer, "a-key", "").status()).isEqualTo(201);
        assertThat(fraud.askedOf(buyer.sub)).hasSize(1);

        var purchaser = purchaser();
        purchaser.purchases(VISA, PRICE, "a-key", "");
        fraud.says(purchaser.sub, "BLOCK");
        assertThat(purchaser.purchases(VISA, PRICE, "a-key", "").status()).isEqualTo(201);
        assertThat(fraud.askedOf(purchaser.sub)).hasSize(1);
    }

    @Test
    void fraudIsToldWhoAsksFromWhere() {
        var buyer = buyer();
        orders(buyer, "a-key", "");
        var asked = fraud.askedOf(buyer.sub).getFirst();
        assertThat(asked.get("purpose").asString()).isEqualTo("order");
        assertThat(asked.get("event_id").asString()).isEqualTo(buyer.eventId.toString());
        assertThat(asked.get("device_id").asString()).isEqualTo("phone");
        assertThat(asked.get("address").asString()).isEqualTo("198.51.100.7");
        assertThat(Instant.parse(asked.get("account_created_at").asString()))
                .isBefore(Instant.now().minusSeconds(86_400));

        var purchaser = purchaser();
        purchaser.purchases(VISA);
        assertThat(fraud.askedOf(purchaser.sub).getFirst().propertyNames())
                .containsExactlyInAnyOrder("purpose", "user_id", "event_id");
        var known = purchaser();
        known.purchases(
                VISA,
                PRICE,
                "a-key",
                ",\"device_id\":\"phone\",\"address\":\"198.51.100.9\",\"account_created_at\":\"2026-01-01T00:00:00Z\"");
        assertThat(fraud.askedOf(known.sub).getFirst().get("account_created_at").asString())
                .isEqualTo("2026-01-01T00:00:00Z");
    }

    @Test
    void decisionsAreCounted() {
        var before = decided("block");
        var buyer = buyer();
        fraud.says(buyer.sub, "BLOCK");
        orders(buyer, "a-key", "");
        assertThat(decided("block")).isEqualTo(before + 1);
    }

    private double decided(String decision) {
        return metrics.counter("boxoffice.bot.decisions", "decision", decision, "layer", "order")
                .count();
    }

    private static String clearance(String kind, UUID event, UUID sub) {
        var later = Instant.now().plusSeconds(600);
        return switch (kind) {
            case "none" -> "";
            case "expired" ->
                TestIssuer.clearance("order", event, sub, "phone", Instant.now().minusSeconds(60));
            case "another" -> TestIssuer.clearance("order", event, UUID.randomUUID(), "phone", later);
            case "nonsense" -> "nonsense";
            default -> TestIssuer.clearance(kind, event, sub, "phone", later);
        };
    }

    private static Answer orders(Buyer buyer, String key, String clearance) {
        var headers = new HashMap<>(
                Map.of("Idempotency-Key", key, "X-Device-Id", "phone", "X-Forwarded-For", "198.51.100.7"));
        if (!clearance.isEmpty()) {
            headers.put("X-Clearance", clearance);
        }
        var body = "{\"hold_id\":\"%s\",\"payment_method\":\"pm_card_visa\",\"expected_total\":%s}"
                .formatted(buyer.hold.id, TOTAL);
        return buyer.posts(body, headers);
    }
}
