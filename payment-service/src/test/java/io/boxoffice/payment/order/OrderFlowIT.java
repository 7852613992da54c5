package io.boxoffice.payment.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.payment.PaymentFixture;
import io.boxoffice.payment.remote.Fault;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OrderFlowIT extends PaymentFixture {

    @Test
    void anOrderIsConfirmedThenCapturedAndTold() {
        var buyer = buyer();
        var answer = buyer.orders("pm_card_visa");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().get("status").asString()).isIn("CONFIRMED", "CAPTURED");
        assertThat(answer.headers().getFirst("Location")).isEqualTo("/api/v1/orders/" + answer.orderId());
        settles(answer.orderId(), buyer.hold, "CAPTURED");
        assertThat(history(answer.orderId()))
                .containsExactly("PLACED", "LOCKED", "INTENDED", "CONFIRMING", "AUTHORIZED", "CONFIRMED", "ENDED");
        await().untilAsserted(() -> assertThat(heard.of(answer.orderId()))
                .containsExactly("OrderPlaced", "OrderConfirmed", "PaymentCaptured"));
        assertThat(bank.keys)
                .contains(answer.orderId() + ":create", answer.orderId() + ":confirm", answer.orderId() + ":capture");
        assertThat(heard.contains("@example.test")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aLostAnswerToTheCreationIsFoundAgain(Fault fault) {
        bank.failing("create", fault, 1);
        boughtInTheEnd();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aLostAnswerToTheConfirmationIsLookedUp(Fault fault) {
        bank.failing("confirm", fault, 1);
        boughtInTheEnd();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aLostAnswerToTheCaptureIsLookedUp(Fault fault) {
        bank.failing("capture", fault, 1);
        boughtInTheEnd();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aLostAnswerToTheCheckoutIsAskedAgain(Fault fault) {
        inventory.failing("checkout", fault, 1);
        boughtInTheEnd();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aLostAnswerToTheSaleIsAskedAgain(Fault fault) {
        inventory.failing("confirm", fault, 3);
        boughtInTheEnd();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aLostAnswerToGivingBackIsAskedAgain(Fault fault) {
        inventory.failing("abandon", fault, 1);
        var buyer = buyer();
        var orderId = buyer.orders("pm_card_chargeDeclined").orderId();
        settles(orderId, buyer.hold, "DECLINED");
        assertThat(buyer.hold.status).isEqualTo("ACTIVE");
    }

    @Test
    void aProviderThatIsSilentMakesTheAnswerPending() {
        bank.failing("confirm", Fault.TIMEOUT_AFTER, 1);
        bank.failing("retrieve", Fault.ERROR_BEFORE, 4);
        var buyer = buyer();
        var answer = buyer.orders("pm_card_visa");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body().get("status").asString()).isEqualTo("PENDING");
        settles(answer.orderId(), buyer.hold, "CAPTURED");
    }

    @ParameterizedTest
    @CsvSource({
        "pm_card_chargeDeclined, generic_decline, ACTIVE",
        "pm_card_chargeDeclinedInsufficientFunds, insufficient_funds, ACTIVE",
        "pm_card_chargeDeclinedStolenCard, stolen_card, RELEASED",
        "pm_unknown, invalid_payment_method, ACTIVE",
        "pm_needs_action, authentication_required, ACTIVE"
    })
    void aDeclineSaysWhyAndWhatBecomesOfTheHold(String method, String code, String hold) {
        var buyer = buyer();
        var answer = buyer.orders(method);

        assertThat(answer.status()).isEqualTo(402);
        assertThat(answer.code()).isEqualTo("payment-declined");
        assertThat(answer.body().get("decline_code").asString()).isEqualTo(code);
        assertThat(buyer.hold.status).isEqualTo(hold);
        settles(answer.orderId(), buyer.hold, "DECLINED");
    }

    @Test
    void aHoldSurvivesTwoDeclinesAndASaleMayFollow() {
        var buyer = buyer();
        buyer.orders("pm_card_chargeDeclined");
        buyer.orders("pm_card_chargeDeclined");
        var third = buyer.orders("pm_card_visa");
        assertThat(third.status()).isEqualTo(201);
        settles(third.orderId(), buyer.hold, "CAPTURED");
    }

    @Test
    void theThirdDeclineFreesTheSeats() {
        var buyer = buyer();
        buyer.orders("pm_card_chargeDeclined");
        buyer.orders("pm_card_chargeDeclined");
        var third = buyer.orders("pm_card_chargeDeclined");
        assertThat(third.status()).isEqualTo(402);
        assertThat(buyer.hold.status).isEqualTo("RELEASED");
        assertThat(buyer.hold.cause).isEqualTo("payment-declined");
        assertThat(buyer.orders("pm_card_visa").code()).isEqualTo("hold-expired");
        await().untilAsserted(
                        () -> assertThat(heard.of(third.orderId())).containsExactly("OrderPlaced", "OrderDeclined"));
    }

    @Test
    void seatsThatWereLostVoidTheOrderAndReleaseTheMoney() {
        var buyer = buyer();
        inventory.failing("confirm", Fault.TIMEOUT_BEFORE, 1000);
        var answer = buyer.orders("pm_card_visa");
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body().get("status").asString()).isEqualTo("AUTHORIZED");

        inventory.lockedBy(buyer.hold, UUID.randomUUID());
        inventory.healthy();
        settles(answer.orderId(), buyer.hold, "VOIDED");
        assertThat(bank.intentsOf(answer.orderId()).getFirst().status).isEqualTo("canceled");
    }

    @Test
    void aCaptureThatIsRefusedForGoodTakesTheTicketsBack() {
        var buyer = buyer();
        inventory.failing("confirm", Fault.ERROR_BEFORE, 2);
        var orderId = buyer.orders("pm_card_visa").orderId();
        bank.refuseCapture(orderId);

        settles(orderId, buyer.hold, "CAPTURE_FAILED");
        assertThat(inventory.isRevoked(orderId)).isTrue();
        await().untilAsserted(() ->
                assertThat(heard.of(orderId)).containsExactly("OrderPlaced", "OrderConfirmed", "CaptureFailed"));
    }

    private void boughtInTheEnd() {
        var buyer = buyer();
        var answer = buyer.orders("pm_card_visa");
        assertThat(answer.status()).isIn(201, 202);
        settles(answer.orderId(), buyer.hold, "CAPTURED");
    }
}
