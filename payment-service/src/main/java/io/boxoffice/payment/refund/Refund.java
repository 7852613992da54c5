package io.boxoffice.payment.refund;

import io.boxoffice.payment.pricing.Parts;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A refund as stored.
 *
 * @param parts what the amount consists of in the ledger
 * @param force whether used tickets are taken back, too
 * @param withTickets whether inventory has tickets of it to take back
 * @param failure why it failed, or will have once the tickets are restored
 * @param age by the database's clock when it was read
 */
record Refund(
        UUID id,
        UUID orderId,
        RefundCause cause,
        RefundStatus status,
        RefundStep step,
        BigDecimal amount,
        String currency,
        Parts parts,
        List<UUID> seatIds,
        boolean includeFees,
        boolean force,
        String reason,
        boolean withTickets,
        @Nullable String failure,
        Instant createdAt,
        Duration age) {}
