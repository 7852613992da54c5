package io.boxoffice.inventory.resale;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as it stands in its shard.
 *
 * @param facePrice what was stamped at the first sale
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OneTicket(
        UUID ticketId,
        UUID eventId,
        UUID orderId,
        UUID holder,
        UUID seatId,
        String section,
        String row,
        String seatNumber,
        BigDecimal facePrice,
        String currency,
        Status status,
        int generation,
        LockKind lockKind,
        @Nullable UUID lockRef) {

    enum Status {
        VALID,
        USED,
        REVOKED
    }

    /** What bars a ticket from other changes. */
    enum LockKind {
        NONE,
        LISTED,
        TRANSFER,
        RESALE_CHECKOUT,
        REFUND
    }

    boolean has(LockKind kind, UUID ref) {
        return lockKind == kind && ref.equals(lockRef);
    }
}
