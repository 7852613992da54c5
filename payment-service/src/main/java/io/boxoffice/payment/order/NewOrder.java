package io.boxoffice.payment.order;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order about to be placed.
 *
 * @param holdId the hold, or the listing of resold tickets
 * @param sessionId the admission session; none where no waiting room stands before the sale
 */
record NewOrder(
        OrderKind kind,
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
        return "NewOrder[kind=" + kind + ", holdId=" + holdId + "]";
    }
}
