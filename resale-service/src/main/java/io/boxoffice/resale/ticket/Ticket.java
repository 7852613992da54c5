package io.boxoffice.resale.ticket;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A ticket as inventory keeps it. {@code facePrice} was stamped at its first sale. */
public record Ticket(
        UUID ticketId,
        UUID eventId,
        UUID holder,
        UUID seatId,
        String section,
        String row,
        String seatNumber,
        BigDecimal facePrice,
        String currency,
        String status,
        int generation,
        @Nullable String lockKind,
        @Nullable UUID lockRef) {

    /** Whether nothing keeps it from being listed but who asks. */
    public boolean isFree() {
        return "VALID".equals(status) && (lockKind == null || "NONE".equals(lockKind));
    }

    /** Whether it is locked for sale by this listing. */
    public boolean isListedBy(UUID listingId) {
        return "VALID".equals(status) && "LISTED".equals(lockKind) && listingId.equals(lockRef);
    }
}
