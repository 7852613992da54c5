package io.boxoffice.payment.refund;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A refund as support and the buyer see it; what support wrote about it stays inside. */
record RefundView(
        UUID refundId,
        UUID orderId,
        RefundStatus status,
        BigDecimal amount,
        String currency,
        RefundCause cause,
        boolean includeFees,
        List<UUID> seatIds,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String failure,
        Instant createdAt) {

    static RefundView of(Refund refund) {
        return new RefundView(
                refund.id(),
                refund.orderId(),
                refund.status(),
                refund.amount(),
                refund.currency(),
                refund.cause(),
                refund.includeFees(),
                refund.seatIds(),
                refund.status() == RefundStatus.FAILED ? refund.failure() : null,
                refund.createdAt());
    }
}
