package io.boxoffice.inventory.checkout;

import io.boxoffice.inventory.hold.Hold;
import io.boxoffice.inventory.hold.HoldEvent;
import io.boxoffice.inventory.shard.Shard;
import io.boxoffice.inventory.ticket.TicketEvent;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes what others must know of a sale, in the sale's own transaction. */
@Component
class PurchaseMessages {
    private static final String SEATS = "boxoffice.seats";
    private static final String TICKETS = "boxoffice.tickets";

    private final InstantSource clock;

    PurchaseMessages(java.time.Clock clock) {
        this.clock = clock;
    }

    /** Tickets are in the order of the hold's seats. */
    void purchased(Shard shard, Hold hold, UUID order, List<UUID> tickets) {
        var event = hold.eventId();
        var sold = new PurchaseEvent.SeatsPurchased(
                event,
                clock.instant(),
                hold.holdId(),
                order,
                hold.userId(),
                hold.sessionId(),
                hold.seats().stream()
                        .map(seat -> new PurchaseEvent.Seat(seat.seatId(), seat.section(), seat.price()))
                        .toList());
        shard.outbox().append(SEATS, event, "SeatsPurchased", hold.holdId(), sold);
        for (int i = 0; i < tickets.size(); i++) {
            var seat = hold.seats().get(i);
            var issued = new TicketEvent.TicketIssued(
                    event,
                    clock.instant(),
                    tickets.get(i),
                    order,
                    hold.userId(),
                    seat.seatId(),
                    seat.section(),
                    seat.row(),
                    seat.seatNumber(),
                    1);
            shard.outbox().append(TICKETS, event, "TicketIssued", tickets.get(i), issued);
        }
    }

    /** Tickets of one hold; after a resale they, and so the seats, were somebody else's than the hold's. */
    void revoked(Shard shard, Hold hold, UUID order, String cause, List<CheckoutRepository.Revoked> revoked) {
        var event = hold.eventId();
        var holder = revoked.getFirst().holder();
        var session = holder.equals(hold.userId()) ? hold.sessionId() : null;
        var seats = revoked.stream()
                .map(ticket -> new HoldEvent.Seat(ticket.seatId(), ticket.section()))
                .toList();
        var released = new HoldEvent.SeatsReleased(
                event, clock.instant(), hold.holdId(), holder, session, order, cause, seats);
        shard.outbox().append(SEATS, event, "SeatsReleased", hold.holdId(), released);
        for (var ticket : revoked) {
            var died = new TicketEvent.TicketRevoked(
                    event, clock.instant(), ticket.ticketId(), order, ticket.holder(), ticket.generation(), cause);
            shard.outbox().append(TICKETS, event, "TicketRevoked", ticket.ticketId(), died);
        }
    }
}
