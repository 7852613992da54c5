package io.boxoffice.payment.refund;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What we tell of refunds on {@code boxoffice.orders}; the record's name is the event's name. */
sealed interface RefundEvent {

    record Item(UUID seatId) {}

    /** @param full whether nothing of the order is left */
    record OrderRefunded(
            UUID eventId,
            Instant occurredAt,
            UUID orderId,
            UUID userId,
            UUID refundId,
            BigDecimal amount,
            String currency,
            boolean full,
            RefundCause cause,
            List<Item> items)
            implements RefundEvent {}

    record RefundFailed(
            UUID eventId,
            Instant occurredAt,
            UUID orderId,
            UUID userId,
            UUID refundId,
            BigDecimal amount,
            String currency,
            RefundCause cause)
            implements RefundEvent {}
}
