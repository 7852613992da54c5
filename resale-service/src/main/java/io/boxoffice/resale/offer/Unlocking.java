package io.boxoffice.resale.offer;

import io.boxoffice.resale.listing.Listing;
import io.boxoffice.resale.listing.ListingMoves;
import io.boxoffice.resale.listing.Pending;
import io.boxoffice.resale.ticket.TicketAnswer;
import io.boxoffice.resale.ticket.Tickets;
import io.boxoffice.resale.work.Chore;
import io.boxoffice.resale.work.Turn;
import org.springframework.stereotype.Component;

/** Takes the locks of a cancelled listing off; those that are another's by now stay. */
@Component
class Unlocking implements Chore {
    private final Tickets tickets;
    private final ListingMoves moves;

    Unlocking(Tickets tickets, ListingMoves moves) {
        this.tickets = tickets;
        this.moves = moves;
    }

    @Override
    public Pending pending() {
        return Pending.UNLOCK;
    }

    @Override
    public boolean carryOut(Listing listing, Turn turn) {
        for (var ticket : listing.tickets()) {
            if (!turn.goesOn(listing)
                    || tickets.unlist(listing.eventId(), ticket.ticketId(), listing.id())
                            instanceof TicketAnswer.Unknown) {
                return false;
            }
        }
        moves.unlocked(listing);
        return true;
    }
}
