package io.boxoffice.inventory.ticket;

import io.boxoffice.common.security.Caller;
import io.boxoffice.common.web.Page;
import io.boxoffice.common.web.Problems;
import io.boxoffice.inventory.shard.EventTransactions;
import io.boxoffice.inventory.shard.Shard;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TicketController {
    private final EventTransactions events;
    private final Tickets tickets;
    private final TicketCodes codes;

    TicketController(EventTransactions events, Tickets tickets, TicketCodes codes) {
        this.events = events;
        this.tickets = tickets;
        this.codes = codes;
    }

    record Codes(List<Item> items) {
        record Item(UUID ticketId, String section, String row, String seatNumber, String code) {}
    }

    /** The ticket limit keeps this list to one page. */
    @GetMapping("/api/v1/events/{eventId}/tickets")
    Page<Ticket> mine(@PathVariable UUID eventId, Caller caller) {
        return new Page<>(events.read(eventId, shard -> tickets.heldBy(shard, eventId, caller.sub())), null);
    }

    /** For the mail with the tickets; the code is empty where the event does not let paper in. */
    @GetMapping("/internal/events/{eventId}/orders/{orderId}/codes")
    Codes codes(@PathVariable UUID eventId, @PathVariable UUID orderId) {
        return events.read(eventId, shard -> codes(shard, eventId, orderId));
    }

    private Codes codes(Shard shard, UUID eventId, UUID orderId) {
        var all = tickets.ofOrder(shard, eventId, orderId);
        if (all.isEmpty()) {
            throw Problems.notFound();
        }
        var show = tickets.show(shard, eventId);
        return new Codes(all.stream()
                .filter(ticket -> ticket.status() != Ticket.Status.REVOKED)
                .map(ticket -> new Codes.Item(
                        ticket.ticketId(),
                        ticket.section(),
                        ticket.row(),
                        ticket.seatNumber(),
                        show.paperTickets() ? codes.sign(ticket, show.date()) : ""))
                .toList());
    }
}
