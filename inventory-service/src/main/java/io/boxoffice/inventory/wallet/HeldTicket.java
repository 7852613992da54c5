package io.boxoffice.inventory.wallet;

import io.boxoffice.inventory.ticket.Ticket;
import java.time.Instant;
import java.util.UUID;

/** A ticket of a fan, with what they know its event by. */
record HeldTicket(
        UUID ticketId,
        UUID eventId,
        String eventName,
        Instant eventDate,
        UUID orderId,
        String section,
        String row,
        String seatNumber,
        Ticket.Status status,
        int generation) {}
