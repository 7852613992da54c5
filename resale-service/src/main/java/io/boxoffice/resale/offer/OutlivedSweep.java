package io.boxoffice.resale.offer;

import io.boxoffice.resale.listing.Cause;
import io.boxoffice.resale.listing.ListingMoves;
import io.boxoffice.resale.listing.ListingPages;
import io.boxoffice.resale.listing.ListingRows;
import io.boxoffice.resale.listing.ListingStatus;
import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Cancels what is still offered of events that were cancelled or have begun. */
@Component
class OutlivedSweep {
    private static final int BATCH = 200;

    private final ListingPages pages;
    private final ListingRows rows;
    private final ListingMoves moves;
    private final Clock clock;

    OutlivedSweep(ListingPages pages, ListingRows rows, ListingMoves moves, Clock clock) {
        this.pages = pages;
        this.rows = rows;
        this.moves = moves;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${resale.sweep-every:2s}")
    void round() {
        for (var id : pages.outlived(clock.instant(), BATCH)) {
            rows.find(id)
                    .filter(listing -> listing.status() == ListingStatus.ACTIVE)
                    .ifPresent(listing -> moves.cancel(listing, Cause.EVENT_OVER));
        }
    }
}
