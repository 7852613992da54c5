package io.boxoffice.resale.payout;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.UUID;

/** What a seller is owed for one sale. */
record Payout(
        UUID id,
        UUID listingId,
        UUID orderId,
        UUID eventId,
        UUID sellerId,
        BigDecimal amount,
        BigDecimal platformFee,
        String currency,
        Status status,
        Instant dueAt) {

    /** How far it has come. */
    enum Status {
        PENDING,
        DUE,
        CANCELLED
    }

    /** The platform's share of a price, rounded half up. */
    static BigDecimal fee(BigDecimal total, BigDecimal percent) {
        return total.multiply(percent).divide(BigDecimal.valueOf(100)).setScale(2, RoundingMode.HALF_UP);
    }
}
