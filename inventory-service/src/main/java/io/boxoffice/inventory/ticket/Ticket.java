package io.boxoffice.inventory.ticket;

import java.util.UUID;

/** A ticket as its holder sees it. */
public record Ticket(
        UUID ticketId,
        UUID eventId,
        UUID orderId,
        String section,
        String row,
        String seatNumber,
        Status status,
        int generation) {

    /** What waits for somebody else shows through the lock. */
    public enum Status {
        VALID,
        LISTED,
        TRANSFER_PENDING,
        USED,
        REVOKED
    }
}
