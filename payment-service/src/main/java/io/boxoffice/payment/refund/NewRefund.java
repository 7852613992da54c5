package io.boxoffice.payment.refund;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A refund about to be placed.
 *
 * @param seatIds all that are left where null
 * @param requestedBy who of support; nobody for a cancelled event
 */
record NewRefund(
        UUID id,
        UUID orderId,
        RefundCause cause,
        @Nullable Set<UUID> seatIds,
        boolean includeFees,
        boolean force,
        String reason,
        @Nullable UUID requestedBy) {}
