package io.boxoffice.inventory.refund;

import java.util.UUID;

/** A refund of tickets of one order. */
record Refund(UUID refundId, UUID eventId, UUID orderId) {

    /** How far it came. */
    enum Status {
        LOCKED,
        REVOKED,
        FREED,
        RESTORED
    }

    /** A ticket it is about. */
    record Item(UUID ticketId, UUID seatId) {}

    /** What each step answered. */
    record Progress(Status status, int revoked, int freed, int restored) {}
}
