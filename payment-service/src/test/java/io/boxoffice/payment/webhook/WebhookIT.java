package io.boxoffice.payment.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stripe.net.Webhook;
import io.boxoffice.payment.PaymentFixture;
import io.boxoffice.payment.remote.Fault;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;

class WebhookIT extends PaymentFixture {

    @ParameterizedTest
    @ValueSource(strings = {"whsec_old", "whsec_new"})
    void aSignedMessageIsKeptOnce(String secret) throws Exception {
        var id = "evt_" + UUID.randomUUID();
        var body = told(id, "payment_intent.succeeded", "pi_unknown");
        assertThat(told(body, signed(body, secret, 0)).status()).isEqualTo(200);
        assertThat(told(body, signed(body, secret, 0)).status()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(
                        jdbc.sql("SELECT count(*) FROM webhook_inbox WHERE webhook_id = ? AND processed_at IS NOT NULL")
                                .param(id)
                                .query(Integer.class)
                                .single())
                .isEqualTo(1));
    }

    @Test
    void oneOfSeveralSignaturesIsEnough() throws Exception {
        var body = told("evt_" + UUID.randomUUID(), "some.thing.new", "x_1");
        var header =
                signed(body, "whsec_other", 0) + signed(body, "whsec_new", 0).replaceFirst("t=\\d+", "");
        assertThat(told(body, header).status()).isEqualTo(200);
    }

    @Test
    void whatIsNotSignedByTheProviderJustNowIsRefused() throws Exception {
        var body = told("evt_1", "payment_intent.succeeded", "pi_1");
        assertThat(told(body, null).code()).isEqualTo("bad-signature");
        assertThat(told(body, "").code()).isEqualTo("bad-signature");
        assertThat(told(body, "t=x,v1=y").code()).isEqualTo("bad-signature");
        assertThat(told(body, signed(body, "whsec_other", 0)).code()).isEqualTo("bad-signature");
        assertThat(told(body, signed(body, "whsec_new", -301)).code()).isEqualTo("bad-signature");
        assertThat(told(body + " ", signed(body, "whsec_new", 0)).code()).isEqualTo("bad-signature");
        assertThat(told(body, signed(body, "whsec_new", -200)).status()).isEqualTo(200);
    }

    @Test
    void aSignedBodyThatIsNoMessageIsRefused() throws Exception {
        assertThat(told("{", signed("{", "whsec_new", 0)).code()).isEqualTo("malformed-json");
        assertThat(told("{}", signed("{}", "whsec_new", 0)).code()).isEqualTo("malformed-json");
    }

    @Test
    void aMessageAboutAFinishedOrderChangesNothing() throws Exception {
        var buyer = buyer();
        var orderId = buyer.orders("pm_card_visa").orderId();
        settles(orderId, buyer.hold, "CAPTURED");
        var before = history(orderId);
        var body = told(
                "evt_" + orderId,
                "payment_intent.canceled",
                bank.intentsOf(orderId).getFirst().id);
        assertThat(told(body, signed(body, "whsec_new", 0)).status()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(
                        jdbc.sql("SELECT processed_at IS NOT NULL FROM webhook_inbox WHERE webhook_id = ?")
                                .param("evt_" + orderId)
                                .query(Boolean.class)
                                .single())
                .isTrue());
        assertThat(history(orderId)).isEqualTo(before);
    }

    @Test
    void aMessageHastensAnOrderThatWaits() throws Exception {
        var buyer = buyer();
        bank.failing("retrieve", Fault.ERROR_BEFORE, 2);
        bank.failing("confirm", Fault.ERROR_AFTER, 1);
        var orderId = buyer.orders("pm_card_visa").orderId();
        var body = told(
                "evt_" + orderId,
                "payment_intent.amount_capturable_updated",
                bank.intentsOf(orderId).getFirst().id);
        told(body, signed(body, "whsec_new", 0));
        settles(orderId, buyer.hold, "CAPTURED");
    }

    @ParameterizedTest
    @CsvSource({"charge, '\"pi_1\"', pi_1", "refund, '\"pi_1\"', pi_1", "charge, '{\"id\":\"pi_1\"}',", "refund, null,"
    })
    void chargesAndRefundsTellWhichPaymentTheyAreOf(String object, String named, String kept) throws Exception {
        var id = "evt_" + UUID.randomUUID();
        var body =
                "{\"id\":\"%s\",\"type\":\"x\",\"data\":{\"object\":{\"id\":\"y\",\"object\":\"%s\",\"payment_intent\":%s}}}"
                        .formatted(id, object, named);
        assertThat(told(body, signed(body, "whsec_new", 0)).status()).isEqualTo(200);
        assertThat(jdbc.sql("SELECT payment_intent FROM webhook_inbox WHERE webhook_id = ?")
                        .param(id)
                        .query((row, _) -> String.valueOf(row.getString(1)))
                        .single())
                .isEqualTo(String.valueOf(kept));
    }

    private static String told(String id, String type, String intent) {
        return "{\"id\":\"%s\",\"object\":\"event\",\"type\":\"%s\",\"data\":{\"object\":{\"id\":\"%s\",\"object\":\"payment_intent\"}}}"
                .formatted(id, type, intent);
    }

    private static String signed(String body, String secret, long age) throws Exception {
        return Webhook.Signature.generateSignatureHeader(
                body, secret, Instant.now().getEpochSecond() + age);
    }

    private Answer told(String body, String signature) {
        var headers = new HashMap<String, String>();
        if (signature != null) {
            headers.put("Stripe-Signature", signature);
        }
        return call(HttpMethod.POST, "/api/v1/webhooks/payments", null, Map.copyOf(headers), body);
    }
}
