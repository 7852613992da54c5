package io.boxoffice.resale.offer;

import io.boxoffice.resale.listing.Listing;
import io.boxoffice.resale.listing.ListingMoves;
import io.boxoffice.resale.listing.ListingRows;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Ends the live listing of a ticket that cannot be sold any more. What an order has in checkout is only marked: the order's own
 * end decides, and a confirmation of it is refused.
 */
@Component
class LostTickets {
    private final ListingRows rows;
    private final ListingMoves moves;

    LostTickets(ListingRows rows, ListingMoves moves) {
        this.rows = rows;
        this.moves = moves;
    }

    /** @param generation of the ticket that is lost; a listing of a later one is left alone */
    void lose(UUID ticket, int generation, String cause) {
        boolean settled = false;
        while (!settled) {
            settled = rows.liveOf(ticket)
                    .filter(listing -> generationOf(listing, ticket) <= generation)
                    .map(listing -> end(listing, cause))
                    .orElse(true);
        }
    }

    private boolean end(Listing listing, String cause) {
        return switch (listing.status()) {
            case ACTIVE -> moves.cancel(listing, cause);
            case PREPARING, CHECKOUT -> listing.doomed() != null || moves.doom(listing, cause);
            case SOLD, CANCELLED -> true;
        };
    }

    private static int generationOf(Listing listing, UUID ticket) {
        return listing.tickets().stream()
                .filter(listed -> listed.ticketId().equals(ticket))
                .findFirst()
                .orElseThrow()
                .generation();
    }
}
