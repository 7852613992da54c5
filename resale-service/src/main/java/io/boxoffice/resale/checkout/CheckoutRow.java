package io.boxoffice.resale.checkout;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order's checkout of a listing.
 *
 * @param cause why it ends without a sale; set as soon as that is decided
 * @param limit how many tickets one fan may have, where that is the cause
 * @param used how many the buyer has
 */
record CheckoutRow(
        UUID orderId,
        UUID listingId,
        UUID buyerId,
        long fence,
        Status status,
        @Nullable String cause,
        @Nullable Integer limit,
        @Nullable Integer used) {

    /** An end is remembered for good. */
    enum Status {
        OPEN,
        CONFIRMED,
        RETURNED
    }
}
