package io.boxoffice.inventory.ticket;

import java.time.Instant;
import java.util.UUID;

/** What we tell of a ticket's life on {@code boxoffice.tickets}. */
public sealed interface TicketEvent {

    /** A ticket was born, or came back with a new generation. */
    record TicketIssued(
            UUID eventId,
            Instant occurredAt,
            UUID ticketId,
            UUID orderId,
            UUID holder,
            UUID seatId,
            String section,
            String row,
            String seatNumber,
            int generation)
            implements TicketEvent {}

    /** A ticket died. */
    record TicketRevoked(
            UUID eventId, Instant occurredAt, UUID ticketId, UUID orderId, UUID holder, int generation, String cause)
            implements TicketEvent {}

    /** A ticket has another holder, and only the code of this generation is good. */
    record TicketTransferred(
            UUID eventId,
            Instant occurredAt,
            UUID ticketId,
            UUID orderId,
            UUID fromHolder,
            UUID holder,
            UUID seatId,
            String section,
            String row,
            String seatNumber,
            int generation,
            String cause)
            implements TicketEvent {}
}
