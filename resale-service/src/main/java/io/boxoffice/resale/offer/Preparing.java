package io.boxoffice.resale.offer;

import io.boxoffice.resale.listing.Listing;
import io.boxoffice.resale.listing.ListingMoves;
import io.boxoffice.resale.listing.Pending;
import io.boxoffice.resale.ticket.TicketAnswer;
import io.boxoffice.resale.ticket.Tickets;
import io.boxoffice.resale.work.Chore;
import io.boxoffice.resale.work.Turn;
import org.springframework.stereotype.Component;

/** Locks the tickets of a new listing, all or nothing; then it is offered. */
@Component
class Preparing implements Chore {
    private final Tickets tickets;
    private final ListingMoves moves;

    Preparing(Tickets tickets, ListingMoves moves) {
        this.tickets = tickets;
        this.moves = moves;
    }

    @Override
    public Pending pending() {
        return Pending.PREPARE;
    }

    @Override
    public boolean carryOut(Listing listing, Turn turn) {
        if (listing.doomed() != null) {
            moves.giveUp(listing, listing.doomed(), null);
            return true;
        }
        for (var ticket : listing.tickets()) {
            if (!turn.goesOn(listing)) {
                return false;
            }
            switch (tickets.list(listing.eventId(), ticket.ticketId(), listing.id(), listing.sellerId())) {
                case TicketAnswer.Done _ -> {
                    // the next one
                }
                case TicketAnswer.Refused refused -> {
                    moves.giveUp(listing, refused.code(), ticket.ticketId());
                    return true;
                }
                case TicketAnswer.Unknown _ -> {
                    return false;
                }
            }
        }
        moves.offer(listing);
        return true;
    }
}
