package io.boxoffice.payment.refund;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What support asks for.
 *
 * @param seatIds all that are left when missing
 * @param includeFees yes when missing
 * @param force whether used tickets are refunded, too; no when missing
 */
record RefundRequest(
        @Nullable @Size(min = 1, max = 100) Set<@NotNull UUID> seatIds,
        @Nullable Boolean includeFees,
        @NotBlank @Size(max = 500) String reason,
        @Nullable Boolean force) {

    NewRefund of(UUID orderId, UUID refundId, UUID requestedBy) {
        return new NewRefund(
                refundId,
                orderId,
                RefundCause.REFUND,
                seatIds,
                !Boolean.FALSE.equals(includeFees),
                Boolean.TRUE.equals(force),
                reason,
                requestedBy);
    }
}
