package io.boxoffice.fleet.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.ApiException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import io.boxoffice.fleet.standalone.Http;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stripe's library gives money back at the simulator as it would at Stripe. */
class SimulatorRefundIT {
    @TempDir
    static Path data;

    private static Receiver receiver;
    private static Simulator simulator;

    private final String order = UUID.randomUUID().toString();

    @BeforeAll
    static void start() throws Exception {
        receiver = new Receiver(0);
        simulator = Simulator.start(data, receiver.url());
    }

    @AfterAll
    static void stop() {
        simulator.close();
        receiver.close();
    }

    @AfterEach
    void takeFaultsBack() throws Exception {
        simulator.control("DELETE", "/_control/faults", "");
    }

    @Test
    void whatWasCapturedGoesBackInPartsAndNoFurther() throws Exception {
        var intent = captured();
        var part = refund(intent, 10_000L, "one");
        assertThat(part.getStatus()).isEqualTo("succeeded");
        assertThat(part.getCharge()).isEqualTo(intent.getLatestCharge());
        assertThat(refund(intent, 10_000L, "one").getId()).as("the same key").isEqualTo(part.getId());
        assertRefused("amount_too_large", () -> refund(intent, 100_501L, "two"));
        assertThat(refund(intent, null, "three").getAmount()).isEqualTo(100_500L);
        assertRefused("charge_already_refunded", () -> refund(intent, 1L, "four"));
        assertThat(refunded(intent)).isEqualByComparingTo("1105.00");
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(receiver.heardOf(intent.getId())).contains("charge.refunded"));
    }

    @Test
    void onlyWhatIsPaidCanBeRefunded() throws Exception {
        var reserved = simulator.confirm(simulator.create(order), "pm_card_visa");
        assertRefused("payment_intent_unexpected_state", () -> refund(reserved, null, "x"));
        var params = RefundCreateParams.builder().setPaymentIntent("pi_unknown").build();
        assertRefused("resource_missing", () -> simulator.stripe.v1().refunds().create(params));
    }

    @Test
    void refundsAreFoundByTheirPaymentAndById() throws Exception {
        var intent = captured();
        var first = refund(intent, 100L, "a");
        var second = refund(intent, 200L, "b");
        refund(captured(), 300L, "c");
        var ofIntent = RefundListParams.builder()
                .setPaymentIntent(intent.getId())
                .setLimit(1L)
                .build();
        assertThat(simulator.stripe.v1().refunds().list(ofIntent).autoPagingIterable())
                .extracting(Refund::getId)
                .containsExactly(second.getId(), first.getId());
        var all = RefundListParams.builder().setLimit(2L).build();
        assertThat(simulator.stripe.v1().refunds().list(all).autoPagingIterable())
                .extracting(Refund::getId)
                .contains(second.getId(), first.getId());
        var found = simulator.stripe.v1().refunds().retrieve(first.getId());
        assertThat(found.getAmount()).isEqualTo(100L);
        assertThat(found.getMetadata()).containsEntry("refund_id", "a");
    }

    @Test
    void aBankMaySendTheMoneyBack() throws Exception {
        var intent = captured();
        simulator.fault("{'operation':'refunds.create','effect':'decline','decline_code':'expired_or_canceled_card',"
                + "'match':{'payment_intent':'" + intent.getId() + "'}}");
        var failed = refund(intent, null, "a");
        assertThat(failed.getStatus()).isEqualTo("failed");
        assertThat(failed.getFailureReason()).isEqualTo("expired_or_canceled_card");
        assertThat(refunded(intent)).isEqualByComparingTo("0.00");
        assertThat(refund(intent, null, "b").getStatus()).isEqualTo("succeeded");
    }

    @Test
    void aFaultAfterTheEffectLeavesARefundToBeFound() throws Exception {
        var intent = captured();
        simulator.fault("{'operation':'refunds.create','effect':'error_after'}");
        assertThat(catchThrowableOfType(ApiException.class, () -> refund(intent, null, "a"))
                        .getStatusCode())
                .isEqualTo(500);
        assertThat(refunded(intent)).isEqualByComparingTo("1105.00");
        assertThat(refund(intent, null, "a").getStatus()).isEqualTo("succeeded");
    }

    @Test
    void refundsOutliveTheProcess(@TempDir Path elsewhere) throws Exception {
        PaymentIntent intent;
        try (var first = Simulator.start(elsewhere, receiver.url())) {
            intent = first.capture(first.confirm(first.create(order), "pm_card_visa"));
            refund(first, intent, 10_500L, "a");
        }
        try (var second = Simulator.start(elsewhere, receiver.url())) {
            assertThat(refund(second, intent, null, "b").getAmount()).isEqualTo(100_000L);
            assertThat(second.books().get(0).get("refunded").decimalValue()).isEqualByComparingTo("1105.00");
        }
    }

    @Test
    void aPageOfTheGatewayMaySendCardsHere() throws Exception {
        var answer = Http.send(
                "OPTIONS",
                simulator.url + "/v1/payment_methods",
                "",
                "Origin",
                "http://localhost:8080",
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "authorization,content-type");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isPresent();
        assertThat(answer.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
                .containsIgnoringCase("authorization");
    }

    private PaymentIntent captured() throws Exception {
        var intent = simulator.create(UUID.randomUUID().toString());
        return simulator.capture(simulator.confirm(intent, "pm_card_visa"));
    }

    private Refund refund(PaymentIntent intent, Long amount, String id) throws Exception {
        return refund(simulator, intent, amount, id);
    }

    private static Refund refund(Simulator simulator, PaymentIntent intent, Long amount, String id) throws Exception {
        var params = RefundCreateParams.builder()
                .setPaymentIntent(intent.getId())
                .setAmount(amount)
                .putMetadata("refund_id", id)
                .build();
        return simulator.stripe.v1().refunds().create(params, Simulator.key(intent.getId() + id));
    }

    private static BigDecimal refunded(PaymentIntent intent) throws Exception {
        for (var payment : simulator.books()) {
            if (payment.get("payment_intent").asString().equals(intent.getId())) {
                return payment.get("refunded").decimalValue();
            }
        }
        throw new AssertionError("not in the books");
    }

    private interface Refusable {
        void run() throws Exception;
    }

    private static void assertRefused(String code, Refusable call) {
        assertThat(catchThrowableOfType(InvalidRequestException.class, call::run)
                        .getCode())
                .isEqualTo(code);
    }
}
