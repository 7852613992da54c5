package io.boxoffice.payment.order;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order about to be placed. */
record NewOrder(
        UUID userId,
        @Nullable String email,
        UUID eventId,
        UUID holdId,
        @Nullable UUID sessionId,
        String paymentMethod,
        BigDecimal expectedTotal,
        String currency) {

    /** Keeps the address out of logs. */
    @Override
    public String toString() {
        return "NewOrder[holdId=" + holdId + "]";
    }
}
