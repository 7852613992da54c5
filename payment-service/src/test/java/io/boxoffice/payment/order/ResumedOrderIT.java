package io.boxoffice.payment.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.payment.PaymentFixture;
import io.boxoffice.payment.remote.BankDouble;
import io.boxoffice.payment.remote.Fault;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process dies at any step, before or after the effect it was about to have elsewhere; another one goes on. */
class ResumedOrderIT extends PaymentFixture {
    private static final String VISA = "pm_card_visa";

    private Buyer buyer;
    private DeadOrder order;
    private BankDouble.Intent intent;

    private void placed(String method) {
        buyer = buyer();
        order = DeadOrder.of(jdbc, buyer.hold, method);
    }

    private void locked(String method) {
        placed(method);
        order.locked(inventory.lockedBy(buyer.hold, order.id));
    }

    private void intended(String method) {
        locked(method);
        intent = bank.made(order.id, DeadOrder.CENTS, method);
        order.at(Step.INTENDED).with("payment_intent = ?", intent.id);
    }

    private void confirming(String method) {
        intended(method);
        order.at(Step.CONFIRMING);
    }

    private void authorized() {
        confirming(VISA);
        bank.confirmed(intent);
        order.at(Step.AUTHORIZED).with("status = 'AUTHORIZED'");
    }

    private void confirmed() {
        authorized();
        buyer.hold.status = "PURCHASED";
        order.at(Step.CONFIRMED).with("status = 'CONFIRMED', confirmed_at = clock_timestamp() - interval '2 minutes'");
    }

    private void settlesAs(String status) {
        settles(order.left(), buyer.hold, status);
    }

    @Nested
    class Placed {
        @Test
        void withTheHoldStillActive() {
            placed(VISA);
            settlesAs("CAPTURED");
        }

        @Test
        void withTheHoldInCheckoutAlready() {
            placed(VISA);
            inventory.lockedBy(buyer.hold, order.id);
            settlesAs("CAPTURED");
        }

        @Test
        void withTheHoldGone() {
            placed(VISA);
            buyer.hold.status = "EXPIRED";
            settlesAs("EXPIRED");
        }

        @Test
        void tooLongAgo() {
            placed(VISA);
            order.aged(3);
            settlesAs("EXPIRED");
            assertThat(buyer.hold.status).isEqualTo("RELEASED");
            assertThat(buyer.hold.cause).isEqualTo("payment-expired");
        }
    }

    @Nested
    class Locked {
        @Test
        void withoutAnIntent() {
            locked(VISA);
            settlesAs("CAPTURED");
        }

        @Test
        void withAnIntentWhoseIdWasNotHeard() {
            locked(VISA);
            intent = bank.made(order.id, DeadOrder.CENTS, VISA);
            settlesAs("CAPTURED");
        }

        @Test
        void tooLongAgoWithAnIntentNobodyKnew() {
            locked(VISA);
            intent = bank.made(order.id, DeadOrder.CENTS, VISA);
            order.aged(3);
            settlesAs("EXPIRED");
            assertThat(intent.status).isEqualTo("canceled");
        }

        @Test
        void atAnotherPrice() {
            locked(VISA);
            order.with("total_amount = 1200.00");
            settlesAs("EXPIRED");
            assertThat(buyer.hold.status).isEqualTo("ACTIVE");
        }
    }

    @Nested
    class Intended {
        @Test
        void inTime() {
            intended(VISA);
            settlesAs("CAPTURED");
        }

        @Test
        void tooLongAgo() {
            intended(VISA);
            order.aged(3);
            settlesAs("EXPIRED");
            assertThat(intent.status).isEqualTo("canceled");
            assertThat(buyer.hold.status).isEqualTo("RELEASED");
        }
    }

    @Nested
    class Confirming {
        @Test
        void beforeTheProviderHeard() {
            confirming(VISA);
            settlesAs("CAPTURED");
        }

        @Test
        void afterTheProviderReservedTheMoney() {
            confirming(VISA);
            bank.confirmed(intent);
            settlesAs("CAPTURED");
        }

        @Test
        void afterTheProviderReservedTheMoneyLongAgo() {
            confirming(VISA);
            bank.confirmed(intent);
            order.aged(30);
            settlesAs("CAPTURED");
        }

        @Test
        void afterTheBankRefused() {
            confirming("pm_card_chargeDeclined");
            bank.confirmed(intent);
            settlesAs("DECLINED");
            assertThat(buyer.hold.status).isEqualTo("ACTIVE");
        }

        @Test
        void tooLongAgoAndNeverHeard() {
            confirming(VISA);
            order.aged(3);
            settlesAs("EXPIRED");
            assertThat(intent.status).isEqualTo("canceled");
        }

        @Test
        void afterSomebodyCanceledAtTheProvider() {
            confirming(VISA);
            bank.canceled(intent);
            settlesAs("EXPIRED");
        }

        @Test
        void andStuckUntilTheProviderIsBack() {
            confirming(VISA);
            bank.confirmed(intent);
            bank.failing("retrieve", Fault.ERROR_BEFORE, 100_000);
            var id = order.aged(16).left();
            await().untilAsserted(() -> assertThat(status(id)).isEqualTo("STUCK"));
            assertThat(buyer.hold.status).isEqualTo("CHECKOUT");
            await().untilAsserted(() -> assertThat(heard.of(id)).containsExactly("OrderStuck"));

            allIsWell();
            await().untilAsserted(() -> assertThat(status(id)).isEqualTo("CAPTURED"));
            assertThat(inventory.isSoldTo(buyer.hold, id)).isTrue();
        }
    }

    @Nested
    class Authorized {
        @Test
        void beforeTheSeatsWereSold() {
            authorized();
            settlesAs("CAPTURED");
        }

        @Test
        void afterTheSeatsWereSold() {
            authorized();
            buyer.hold.status = "PURCHASED";
            settlesAs("CAPTURED");
        }

        @Test
        void butTheSeatsAreAnothers() {
            authorized();
            inventory.lockedBy(buyer.hold, UUID.randomUUID());
            settlesAs("VOIDED");
            assertThat(intent.status).isEqualTo("canceled");
        }
    }

    @Nested
    class Closing {
        @ParameterizedTest
        @ValueSource(booleans = {false, true})
        void anExpiredOne(boolean canceledAlready) {
            confirming(VISA);
            if (canceledAlready) {
                bank.canceled(intent);
            }
            closing("EXPIRED", true, "RELEASE", "payment-expired");
            settlesAs("EXPIRED");
            assertThat(buyer.hold.status).isEqualTo("RELEASED");
        }

        @Test
        void anExpiredOneWhoseConfirmationArrivedAfterAll() {
            confirming(VISA);
            bank.confirmed(intent);
            closing("EXPIRED", true, "RELEASE", "payment-expired");
            settlesAs("EXPIRED");
            assertThat(intent.status).isEqualTo("canceled");
        }

        @ParameterizedTest
        @ValueSource(strings = {"CHECKOUT", "ACTIVE"})
        void aDeclinedOne(String hold) {
            confirming("pm_card_chargeDeclined");
            bank.confirmed(intent);
            closing("DECLINED", false, "RETURN", "payment-declined");
            order.with("decline_code = 'generic_decline'");
            buyer.hold.status = hold;
            settlesAs("DECLINED");
            assertThat(buyer.hold.status).isEqualTo("ACTIVE");
        }

        @ParameterizedTest
        @ValueSource(booleans = {false, true})
        void aVoidedOne(boolean canceledAlready) {
            authorized();
            if (canceledAlready) {
                bank.canceled(intent);
            }
            inventory.lockedBy(buyer.hold, UUID.randomUUID());
            closing("VOIDED", true, null, "fence-lost");
            settlesAs("VOIDED");
        }

        private void closing(String status, boolean cancel, String hold, String cause) {
            order.at(Step.CLOSING)
                    .with(
                            "ending_status = ?, cancel_intent = ?, hold_outcome = ?::text, cause = ?",
                            status,
                            cancel,
                            hold,
                            cause);
        }
    }

    @Nested
    class Confirmed {
        @Test
        void beforeTheCapture() {
            confirmed();
            settlesAs("CAPTURED");
        }

        @Test
        void afterTheCapture() {
            confirmed();
            bank.captured(intent);
            settlesAs("CAPTURED");
        }

        @Test
        void andTheReservationLapsed() {
            confirmed();
            bank.canceled(intent);
            settlesAs("CAPTURE_FAILED");
        }

        @Test
        void andTheTicketsWereBeingTakenBack() {
            confirmed();
            bank.canceled(intent);
            order.at(Step.REVOKING).with("status = 'CAPTURE_FAILED'");
            inventory.failing("revoke", Fault.ERROR_AFTER, 1);
            settlesAs("CAPTURE_FAILED");
        }
    }
}
