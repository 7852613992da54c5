package io.boxoffice.inventory.ticket;

import java.util.UUID;

/** A ticket as it stands in its shard. */
record Ticket(
        UUID ticketId,
        UUID eventId,
        UUID orderId,
        String section,
        String row,
        String seatNumber,
        Status status,
        int generation) {

    /** As its holder sees it; what waits for somebody else shows through the lock. */
    enum Status {
        VALID,
        LISTED,
        TRANSFER_PENDING,
        USED,
        REVOKED
    }
}
