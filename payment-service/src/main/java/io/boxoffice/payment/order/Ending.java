package io.boxoffice.payment.order;

import io.boxoffice.payment.hold.HoldOutcome;
import io.boxoffice.payment.hold.TicketLimit;
import org.jspecify.annotations.Nullable;

/**
 * How an order ends without a sale, decided and stored before any of it is carried out.
 *
 * @param cancelIntent whether the provider has to be told to give up the intent
 * @param hold what happens to the hold; null where the order does not own it
 * @param cause a word for the answer and the event
 * @param ticketLimit the limit that the buyer had reached, where that is the cause
 */
public record Ending(
        OrderStatus status,
        boolean cancelIntent,
        @Nullable HoldOutcome hold,
        String cause,
        @Nullable String declineCode,
        @Nullable TicketLimit ticketLimit) {
    static final String HOLD_EXPIRED = "hold-expired";
    static final String PRICE_CHANGED = "price-changed";
    static final String PAYMENT_EXPIRED = "payment-expired";
    static final String PAYMENT_DECLINED = "payment-declined";
    static final String FENCE_LOST = "fence-lost";

    /** The hold could not be had at all. */
    static Ending withoutHold(String cause) {
        return withoutHold(cause, null);
    }

    /** The hold could not be had, for a reason that may have a limit to it. */
    static Ending withoutHold(String cause, @Nullable TicketLimit limit) {
        return new Ending(OrderStatus.EXPIRED, false, null, cause, null, limit);
    }

    /** The fan agreed to another price; the hold is theirs again. */
    static Ending priceChanged() {
        return new Ending(OrderStatus.EXPIRED, false, HoldOutcome.RETURN, PRICE_CHANGED, null, null);
    }

    /** Not paid in time. */
    static Ending unpaid() {
        return new Ending(OrderStatus.EXPIRED, true, HoldOutcome.RELEASE, PAYMENT_EXPIRED, null, null);
    }

    /** Refused by the bank. */
    static Ending declined(String declineCode, HoldOutcome hold, boolean cancelIntent) {
        return new Ending(OrderStatus.DECLINED, cancelIntent, hold, PAYMENT_DECLINED, declineCode, null);
    }

    /** The seats are another's; the reserved money goes back. */
    static Ending seatsLost() {
        return new Ending(OrderStatus.VOIDED, true, null, FENCE_LOST, null, null);
    }
}
