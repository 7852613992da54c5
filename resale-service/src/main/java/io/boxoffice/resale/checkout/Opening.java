package io.boxoffice.resale.checkout;

import io.boxoffice.resale.listing.Cause;
import io.boxoffice.resale.listing.Listing;
import io.boxoffice.resale.listing.ListingMoves;
import io.boxoffice.resale.listing.Pending;
import io.boxoffice.resale.ticket.TicketAnswer;
import io.boxoffice.resale.ticket.Tickets;
import io.boxoffice.resale.work.Chore;
import io.boxoffice.resale.work.Turn;
import org.springframework.stereotype.Component;

/** Locks the tickets for the order in checkout, all or nothing. */
@Component
class Opening implements Chore {
    static final String TICKET_LIMIT = "ticket-limit";
    private static final String GONE = "listing-gone";

    private final Tickets tickets;
    private final ListingMoves moves;
    private final CheckoutRows checkouts;

    Opening(Tickets tickets, ListingMoves moves, CheckoutRows checkouts) {
        this.tickets = tickets;
        this.moves = moves;
        this.checkouts = checkouts;
    }

    @Override
    public Pending pending() {
        return Pending.OPEN;
    }

    @Override
    public boolean carryOut(Listing listing, Turn turn) {
        var order = listing.requiredOrder();
        if (listing.doomed() != null) {
            moves.next(listing, Pending.RETURN, null, () -> checkouts.refuse(order, GONE, null, null));
            return true;
        }
        var buyer = checkouts.find(order).orElseThrow().buyerId();
        for (var ticket : listing.tickets()) {
            if (!turn.goesOn(listing)) {
                return false;
            }
            switch (tickets.reserve(listing.eventId(), ticket.ticketId(), listing.id(), order, buyer)) {
                case TicketAnswer.Done _ -> {
                    // the next one
                }
                case TicketAnswer.Refused refused -> {
                    refuse(listing, refused);
                    return true;
                }
                case TicketAnswer.Unknown _ -> {
                    return false;
                }
            }
        }
        moves.next(listing, null, null, () -> {});
        return true;
    }

    /** A fan with enough tickets leaves the listing to others; a ticket that is not to be had ends it. */
    private void refuse(Listing listing, TicketAnswer.Refused refused) {
        var order = listing.requiredOrder();
        if (refused.code().equals(TICKET_LIMIT)) {
            moves.next(
                    listing,
                    Pending.RETURN,
                    null,
                    () -> checkouts.refuse(order, TICKET_LIMIT, refused.limit(), refused.used()));
        } else {
            moves.next(
                    listing, Pending.RETURN, Cause.TICKET_UNAVAILABLE, () -> checkouts.refuse(order, GONE, null, null));
        }
    }
}
