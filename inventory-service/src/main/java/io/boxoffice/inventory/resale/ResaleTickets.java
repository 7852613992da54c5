package io.boxoffice.inventory.resale;

import io.boxoffice.common.web.ProblemException;
import io.boxoffice.common.web.Problems;
import io.boxoffice.inventory.shard.EventTransactions;
import io.boxoffice.inventory.shard.Shard;
import io.boxoffice.inventory.ticket.TicketEvent;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Locks a ticket for its sale to another fan, and gives it to them. The ticket's row is locked first in every transaction, so
 * that what others want of it happens before or after, and each call may be repeated.
 */
@Service
class ResaleTickets {
    private static final Logger log = LoggerFactory.getLogger(ResaleTickets.class);

    private final EventTransactions events;
    private final ResaleRepository tickets;
    private final InstantSource clock;

    ResaleTickets(EventTransactions events, ResaleRepository tickets, java.time.Clock clock) {
        this.events = events;
        this.tickets = tickets;
        this.clock = clock;
    }

    /** A buyer's order for a listed ticket, and the account it counts against. */
    record Buying(UUID order, UUID listing, UUID buyer, String limitKey) {}

    OneTicket look(UUID event, UUID ticket) {
        return events.read(event, shard -> tickets.find(shard, event, ticket)).orElseThrow(Problems::notFound);
    }

    /** Offers the holder's ticket through this listing. */
    OneTicket list(UUID event, UUID ticketId, UUID listing, UUID holder) {
        return events.inTransaction(event, shard -> {
            var ticket = tickets.lock(shard, event, ticketId)
                    .filter(found -> found.holder().equals(holder))
                    .orElseThrow(Problems::notFound);
            if (ticket.has(OneTicket.LockKind.LISTED, listing)) {
                return ticket;
            }
            if (!tickets.list(shard, ticket, listing)) {
                throw barred(ticket);
            }
            return now(shard, ticket);
        });
    }

    /** Keeps a listed ticket for a buyer who is paying. */
    OneTicket checkout(UUID event, UUID ticketId, Buying buying) {
        return events.inTransaction(event, shard -> {
            var ticket = tickets.lock(shard, event, ticketId).orElseThrow(Problems::notFound);
            if (ticket.has(OneTicket.LockKind.RESALE_CHECKOUT, buying.order())) {
                return ticket;
            }
            if (ticket.status() != OneTicket.Status.VALID || !ticket.has(OneTicket.LockKind.LISTED, buying.listing())) {
                throw barred(ticket);
            }
            if (!tickets.checkout(shard, ticket, buying)) {
                throw ResaleProblems.ticketLimit(tickets.usage(shard, event, buying.limitKey()));
            }
            return now(shard, ticket);
        });
    }

    /** Ends the offer; one that is over already is left alone. */
    OneTicket unlist(UUID event, UUID ticketId, UUID listing) {
        return unlock(event, ticketId, OneTicket.LockKind.LISTED, listing, null);
    }

    /** Ends a buyer's checkout; the ticket goes back to the listing, if it is named. */
    OneTicket leaveCheckout(UUID event, UUID ticketId, UUID order, @Nullable UUID listing) {
        return unlock(event, ticketId, OneTicket.LockKind.RESALE_CHECKOUT, order, listing);
    }

    private OneTicket unlock(UUID event, UUID ticketId, OneTicket.LockKind kind, UUID ref, @Nullable UUID toRef) {
        return events.inTransaction(event, shard -> {
            var ticket = tickets.lock(shard, event, ticketId).orElseThrow(Problems::notFound);
            tickets.unlock(shard, ticket, kind, ref, toRef);
            return now(shard, ticket);
        });
    }

    /** Gives the ticket to the buyer whose order has it in checkout. */
    OneTicket reassign(UUID event, UUID ticketId, UUID order, UUID buyer) {
        return events.inTransaction(event, shard -> {
            var ticket = tickets.lock(shard, event, ticketId).orElseThrow(Problems::notFound);
            if (tickets.wasGiven(shard, ticketId, order, buyer)) {
                return ticket;
            }
            if (!tickets.reassign(shard, ticket, order, buyer)) {
                throw ResaleProblems.fenceLost();
            }
            var given = now(shard, ticket);
            tell(shard, ticket.holder(), given);
            return given;
        });
    }

    private OneTicket now(Shard shard, OneTicket ticket) {
        return tickets.find(shard, ticket.eventId(), ticket.ticketId()).orElseThrow(Problems::notFound);
    }

    private static ProblemException barred(OneTicket ticket) {
        return switch (ticket.status()) {
            case USED -> ResaleProblems.ticketUsed();
            case REVOKED -> ResaleProblems.ticketRevoked();
            case VALID -> ResaleProblems.ticketLocked(ticket.lockKind());
        };
    }

    private void tell(Shard shard, UUID from, OneTicket ticket) {
        var told = new TicketEvent.TicketTransferred(
                ticket.eventId(),
                clock.instant(),
                ticket.ticketId(),
                ticket.orderId(),
                from,
                ticket.holder(),
                ticket.seatId(),
                ticket.section(),
                ticket.row(),
                ticket.seatNumber(),
                ticket.generation(),
                "resale");
        shard.outbox().append("boxoffice.tickets", ticket.eventId(), "TicketTransferred", ticket.ticketId(), told);
        log.atInfo()
                .addKeyValue("event_id", ticket.eventId())
                .addKeyValue("ticket_id", ticket.ticketId())
                .addKeyValue("order_id", ticket.orderId())
                .addKeyValue("generation", ticket.generation())
                .log("ticket reassigned");
    }
}
