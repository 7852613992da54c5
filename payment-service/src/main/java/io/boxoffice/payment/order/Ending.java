package io.boxoffice.payment.order;

import io.boxoffice.payment.hold.HoldOutcome;
import org.jspecify.annotations.Nullable;

/**
 * How an order ends without a sale, decided and stored before any of it is carried out.
 *
 * @param cancelIntent whether the provider has to be told to give up the intent
 * @param hold what happens to the hold; null where the order does not own it
 * @param cause a word for the answer and the event
 */
public record Ending(
        OrderStatus status,
        boolean cancelIntent,
        @Nullable HoldOutcome hold,
        String cause,
        @Nullable String declineCode) {
    static final String HOLD_EXPIRED = "hold-expired";
    static final String PRICE_CHANGED = "price-changed";
    static final String PAYMENT_EXPIRED = "payment-expired";
    static final String PAYMENT_DECLINED = "payment-declined";
    static final String FENCE_LOST = "fence-lost";

    /** The hold could not be had at all. */
    static Ending withoutHold(String cause) {
        return new Ending(OrderStatus.EXPIRED, false, null, cause, null);
    }

    /** The fan agreed to another price; the hold is theirs again. */
    static Ending priceChanged() {
        return new Ending(OrderStatus.EXPIRED, false, HoldOutcome.RETURN, PRICE_CHANGED, null);
    }

    /** Not paid in time. */
    static Ending unpaid() {
        return new Ending(OrderStatus.EXPIRED, true, HoldOutcome.RELEASE, PAYMENT_EXPIRED, null);
    }

    /** Refused by the bank. */
    static Ending declined(String declineCode, HoldOutcome hold, boolean cancelIntent) {
        return new Ending(OrderStatus.DECLINED, cancelIntent, hold, PAYMENT_DECLINED, declineCode);
    }

    /** The seats are another's; the reserved money goes back. */
    static Ending seatsLost() {
        return new Ending(OrderStatus.VOIDED, true, null, FENCE_LOST, null);
    }
}
