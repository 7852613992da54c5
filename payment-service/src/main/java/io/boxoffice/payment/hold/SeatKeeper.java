package io.boxoffice.payment.hold;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whoever keeps the seats that an order is about: locks them for it, and then sells them to it or has them back. Every call may
 * be repeated, and answers the same for the same order.
 */
public interface SeatKeeper {

    /** Takes the seats into checkout for this order, or says that the order has them already. */
    LockOutcome lock(HoldKey key, @Nullable UUID sessionId);

    /** Sells the seats to the order that has them in checkout. */
    HoldAnswer confirm(HoldKey key, long fence);

    /** Ends the checkout without a sale. */
    HoldAnswer abandon(HoldKey key, long fence, HoldOutcome outcome, String cause);
}
