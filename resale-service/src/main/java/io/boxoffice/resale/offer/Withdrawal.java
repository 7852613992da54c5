package io.boxoffice.resale.offer;

import io.boxoffice.common.web.Problems;
import io.boxoffice.resale.listing.Cause;
import io.boxoffice.resale.listing.ListingMoves;
import io.boxoffice.resale.listing.ListingRows;
import io.boxoffice.resale.work.Work;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes a listing back for its seller, unless somebody is buying it. */
@Component
class Withdrawal {
    private static final int TRIES = 3;

    private final ListingRows rows;
    private final ListingMoves moves;
    private final Work work;

    Withdrawal(ListingRows rows, ListingMoves moves, Work work) {
        this.rows = rows;
        this.moves = moves;
        this.work = work;
    }

    void of(UUID listingId, UUID seller) {
        for (int i = 0; i < TRIES; i++) {
            if (tried(listingId, seller)) {
                return;
            }
        }
        throw ListingProblems.inCheckout();
    }

    private boolean tried(UUID listingId, UUID seller) {
        var listing = rows.find(listingId)
                .filter(found -> found.sellerId().equals(seller))
                .orElseThrow(Problems::notFound);
        return switch (listing.status()) {
            case PREPARING -> throw Problems.unavailable("It is just being listed; repeat the request.");
            case CHECKOUT -> throw ListingProblems.inCheckout();
            case SOLD -> throw ListingProblems.sold();
            case CANCELLED -> true;
            case ACTIVE -> {
                boolean cancelled = moves.cancel(listing, Cause.SELLER);
                if (cancelled) {
                    work.run(listingId);
                }
                yield cancelled;
            }
        };
    }
}
