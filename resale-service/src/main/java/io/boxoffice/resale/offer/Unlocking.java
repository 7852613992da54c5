package io.boxoffice.resale.offer;

import io.boxoffice.resale.checkout.CheckoutRows;
import io.boxoffice.resale.listing.Listing;
import io.boxoffice.resale.listing.ListingMoves;
import io.boxoffice.resale.listing.Pending;
import io.boxoffice.resale.ticket.Ticket;
import io.boxoffice.resale.ticket.TicketAnswer;
import io.boxoffice.resale.ticket.Tickets;
import io.boxoffice.resale.work.Chore;
import io.boxoffice.resale.work.Turn;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes the locks of a cancelled listing off; those that are another's by now stay. */
@Component
class Unlocking implements Chore {
    private final Tickets tickets;
    private final ListingMoves moves;
    private final CheckoutRows checkouts;

    Unlocking(Tickets tickets, ListingMoves moves, CheckoutRows checkouts) {
        this.tickets = tickets;
        this.moves = moves;
        this.checkouts = checkouts;
    }

    @Override
    public Pending pending() {
        return Pending.UNLOCK;
    }

    @Override
    public boolean carryOut(Listing listing, Turn turn) {
        for (var ticket : listing.tickets()) {
            if (!turn.goesOn(listing) || !unlocked(listing, ticket.ticketId())) {
                return false;
            }
        }
        moves.unlocked(listing);
        return true;
    }

    private boolean unlocked(Listing listing, UUID id) {
        return switch (tickets.unlist(listing.eventId(), id, listing.id())) {
            case TicketAnswer.Unknown _ -> false;
            case TicketAnswer.Refused _ -> true;
            case TicketAnswer.Done(var ticket) -> !isLeftover(listing, ticket) || cleared(listing, ticket);
        };
    }

    /** Locked for an order of this listing that is over: a call of it came late, when its tickets had been given back. */
    private boolean isLeftover(Listing listing, Ticket ticket) {
        return "RESALE_CHECKOUT".equals(ticket.lockKind())
                && ticket.lockRef() != null
                && checkouts.isOver(listing.id(), ticket.lockRef());
    }

    private boolean cleared(Listing listing, Ticket ticket) {
        var order = Objects.requireNonNull(ticket.lockRef());
        var event = listing.eventId();
        return !(tickets.putBack(event, ticket.ticketId(), listing.id(), order) instanceof TicketAnswer.Unknown)
                && !(tickets.unlist(event, ticket.ticketId(), listing.id()) instanceof TicketAnswer.Unknown);
    }
}
