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

/** Gives the tickets of an order that ends without a sale back to their listing, which is offered again if it can be. */
@Component
class Returning implements Chore {
    private final Tickets tickets;
    private final ListingMoves moves;
    private final CheckoutRows checkouts;

    Returning(Tickets tickets, ListingMoves moves, CheckoutRows checkouts) {
        this.tickets = tickets;
        this.moves = moves;
        this.checkouts = checkouts;
    }

    @Override
    public Pending pending() {
        return Pending.RETURN;
    }

    @Override
    public boolean carryOut(Listing listing, Turn turn) {
        var order = listing.requiredOrder();
        boolean whole = true;
        for (var ticket : listing.tickets()) {
            if (!turn.goesOn(listing)) {
                return false;
            }
            switch (tickets.putBack(listing.eventId(), ticket.ticketId(), listing.id(), order)) {
                case TicketAnswer.Done(var back) -> whole &= back.isListedBy(listing.id());
                case TicketAnswer.Refused _ -> whole = false;
                case TicketAnswer.Unknown _ -> {
                    return false;
                }
            }
        }
        Runnable ended = () -> checkouts.end(order, CheckoutRow.Status.RETURNED);
        if (listing.doomed() != null) {
            moves.cancel(listing, listing.doomed(), ended);
        } else if (!whole) {
            moves.cancel(listing, Cause.TICKET_UNAVAILABLE, ended);
        } else {
            moves.offerAgain(listing, ended);
        }
        return true;
    }
}
