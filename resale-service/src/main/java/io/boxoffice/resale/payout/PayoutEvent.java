package io.boxoffice.resale.payout;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** What we tell on {@code boxoffice.resale} about payouts; the record's name is the event's name. */
sealed interface PayoutEvent {
    record PayoutDue(
            UUID eventId,
            Instant occurredAt,
            UUID payoutId,
            UUID listingId,
            UUID sellerId,
            UUID orderId,
            BigDecimal amount,
            BigDecimal platformFee,
            String currency,
            Instant dueAt)
            implements PayoutEvent {}

    record PayoutCancelled(
            UUID eventId,
            Instant occurredAt,
            UUID payoutId,
            UUID listingId,
            UUID sellerId,
            UUID orderId,
            BigDecimal amount,
            BigDecimal platformFee,
            String currency,
            Instant dueAt)
            implements PayoutEvent {}
}
