package io.boxoffice.inventory.refund;

import io.boxoffice.inventory.hold.HoldEvent;
import io.boxoffice.inventory.shard.Shard;
import io.boxoffice.inventory.ticket.TicketEvent;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes what others must know of a refund's tickets, in the transaction that changes them. */
@Component
class RefundMessages {
    private static final Logger log = LoggerFactory.getLogger(RefundMessages.class);
    private static final String SEATS = "boxoffice.seats";
    private static final String TICKETS = "boxoffice.tickets";

    private final InstantSource clock;

    RefundMessages(java.time.Clock clock) {
        this.clock = clock;
    }

    private record Purchase(UUID holdId, UUID holder) {}

    void revoked(Shard shard, Refund refund, RefundCause cause, List<RefundRepository.Changed> tickets) {
        for (var ticket : tickets) {
            var told = new TicketEvent.TicketRevoked(
                    refund.eventId(),
                    clock.instant(),
                    ticket.ticketId(),
                    ticket.orderId(),
                    ticket.holder(),
                    ticket.generation(),
                    cause.word());
            shard.outbox().append(TICKETS, refund.eventId(), "TicketRevoked", ticket.ticketId(), told);
        }
        fact(refund, tickets.size(), "tickets revoked");
    }

    void freed(Shard shard, Refund refund, RefundCause cause, List<RefundRepository.Freed> freed) {
        freed.stream()
                .collect(Collectors.groupingBy(
                        seat -> new Purchase(seat.holdId(), seat.holder()), LinkedHashMap::new, Collectors.toList()))
                .forEach((purchase, seats) -> {
                    var told = new HoldEvent.SeatsReleased(
                            refund.eventId(),
                            clock.instant(),
                            purchase.holdId(),
                            purchase.holder(),
                            null,
                            refund.orderId(),
                            cause.word(),
                            seats.stream()
                                    .map(seat -> new HoldEvent.Seat(seat.seatId(), seat.section()))
                                    .toList());
                    shard.outbox().append(SEATS, refund.eventId(), "SeatsReleased", purchase.holdId(), told);
                });
        fact(refund, freed.size(), "seats freed");
    }

    /** A ticket that was declared dead is issued anew; one that was only locked has nothing to tell. */
    void restored(Shard shard, Refund refund, List<RefundRepository.Restored> restored) {
        restored.stream()
                .filter(RefundRepository.Restored::reborn)
                .map(RefundRepository.Restored::ticket)
                .forEach(ticket -> {
                    var told = new TicketEvent.TicketIssued(
                            refund.eventId(),
                            clock.instant(),
                            ticket.ticketId(),
                            ticket.orderId(),
                            ticket.holder(),
                            ticket.seatId(),
                            ticket.section(),
                            ticket.row(),
                            ticket.seatNumber(),
                            ticket.generation());
                    shard.outbox().append(TICKETS, refund.eventId(), "TicketIssued", ticket.ticketId(), told);
                });
        fact(refund, restored.size(), "tickets restored");
    }

    private static void fact(Refund refund, int count, String what) {
        log.atInfo()
                .addKeyValue("event_id", refund.eventId())
                .addKeyValue("order_id", refund.orderId())
                .addKeyValue("refund_id", refund.refundId())
                .addKeyValue("count", count)
                .log(what);
    }
}
