package io.boxoffice.payment.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.payment.remote.BankDouble;
import io.boxoffice.payment.remote.Fault;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The process of a resale order dies at any step, before or after the effect it was about to have elsewhere. */
class ResumedResaleOrderIT extends ResaleFixture {
    private static final long CENTS = 30_000;
    private static final String DECLINED = "pm_card_chargeDeclined";

    private Purchaser buyer;
    private DeadOrder order;
    private BankDouble.Intent intent;

    private void placed(String method) {
        buyer = purchaser();
        order = DeadOrder.of(jdbc, buyer.listing, buyer.sub, method);
    }

    private void locked(String method) {
        placed(method);
        order.locked(resale.lockedBy(buyer.listing, order.id)).with("seller_id = ?", buyer.listing.sellerId);
    }

    private void confirming(String method) {
        locked(method);
        intent = bank.made(order.id, CENTS, method);
        order.at(Step.CONFIRMING).with("payment_intent = ?", intent.id);
    }

    private void authorized() {
        confirming(VISA);
        bank.confirmed(intent);
        order.at(Step.AUTHORIZED).with("status = 'AUTHORIZED'");
    }

    private void confirmed() {
        authorized();
        buyer.listing.status = "SOLD";
        order.at(Step.CONFIRMED).with("status = 'CONFIRMED', confirmed_at = clock_timestamp() - interval '2 minutes'");
    }

    private void settlesAs(String status) {
        settles(order.left(), buyer.listing, status);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whenPlacedItGoesOn(boolean lockedAlready) {
        placed(VISA);
        if (lockedAlready) {
            resale.lockedBy(buyer.listing, order.id);
        }
        settlesAs("CAPTURED");
    }

    @Test
    void whenPlacedAndTheListingIsGoneItEnds() {
        placed(VISA);
        buyer.listing.status = "CANCELLED";
        settlesAs("EXPIRED");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whenLockedItGoesOn(boolean intentMadeAlready) {
        locked(VISA);
        if (intentMadeAlready) {
            bank.made(order.id, CENTS, VISA);
        }
        settlesAs("CAPTURED");
    }

    @Test
    void whenLockedTooLongAgoTheListingIsGivenBack() {
        locked(VISA);
        order.aged(3);
        settlesAs("EXPIRED");
        assertThat(buyer.listing.status).isEqualTo("ACTIVE");
        assertThat(buyer.listing.cause).isEqualTo("payment-expired");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whenConfirmingItGoesOn(boolean reservedAlready) {
        confirming(VISA);
        if (reservedAlready) {
            bank.confirmed(intent);
        }
        settlesAs("CAPTURED");
    }

    @Test
    void whenTheBankRefusedTheListingIsGivenBack() {
        confirming(DECLINED);
        bank.confirmed(intent);
        settlesAs("DECLINED");
        assertThat(buyer.listing.status).isEqualTo("ACTIVE");
    }

    @Test
    void itIsStuckUntilTheProviderIsBack() {
        confirming(VISA);
        bank.confirmed(intent);
        bank.failing("retrieve", Fault.ERROR_BEFORE, 100_000);
        var id = order.aged(16).left();
        await().untilAsserted(() -> assertThat(status(id)).isEqualTo("STUCK"));
        assertThat(buyer.listing.status).isEqualTo("CHECKOUT");

        allIsWell();
        settles(id, buyer.listing, "CAPTURED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CHECKOUT", "SOLD"})
    void whenAuthorizedItGoesOn(String listing) {
        authorized();
        buyer.listing.status = listing;
        settlesAs("CAPTURED");
    }

    @Test
    void whenAuthorizedAndTheListingIsAnothersTheMoneyGoesBack() {
        authorized();
        resale.lockedBy(buyer.listing, UUID.randomUUID());
        settlesAs("VOIDED");
        assertThat(intent.status).isEqualTo("canceled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CHECKOUT", "ACTIVE"})
    void whenClosingItIsClosed(String listing) {
        confirming(DECLINED);
        bank.confirmed(intent);
        order.at(Step.CLOSING)
                .with("ending_status = 'DECLINED', hold_outcome = 'RELEASE', cause = 'payment-declined',"
                        + " decline_code = 'generic_decline'");
        buyer.listing.status = listing;
        settlesAs("DECLINED");
        assertThat(buyer.listing.status).isEqualTo("ACTIVE");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whenConfirmedItIsCaptured(boolean capturedAlready) {
        confirmed();
        if (capturedAlready) {
            bank.captured(intent);
        }
        settlesAs("CAPTURED");
    }

    @Test
    void whenTheReservationLapsedTheTicketsAreTakenBack() {
        confirmed();
        bank.canceled(intent);
        settlesAs("CAPTURE_FAILED");
        assertThat(inventory.isRevoked(order.id)).isTrue();
    }
}
