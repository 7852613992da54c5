package io.boxoffice.resale.listing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a listing goes, and what is noted on the way. */
record Move(
        ListingStatus to,
        @Nullable Pending pending,
        @Nullable String cause,
        @Nullable UUID refusedTicket,
        @Nullable String doom) {

    static Move to(ListingStatus status, @Nullable Pending pending) {
        return new Move(status, pending, null, null, null);
    }

    Move because(@Nullable String why) {
        return new Move(to, pending, why, refusedTicket, doom);
    }

    Move refusedBy(@Nullable UUID ticket) {
        return new Move(to, pending, cause, ticket, doom);
    }

    Move doomedBy(@Nullable String why) {
        return new Move(to, pending, cause, refusedTicket, why);
    }
}
