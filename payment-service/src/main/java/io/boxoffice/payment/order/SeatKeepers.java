package io.boxoffice.payment.order;

import io.boxoffice.payment.hold.Holds;
import io.boxoffice.payment.hold.SeatKeeper;
import io.boxoffice.payment.listing.Listings;
import org.springframework.stereotype.Component;

/** Who keeps the seats of an order, by its kind. */
@Component
class SeatKeepers {
    private final Holds holds;
    private final Listings listings;

    SeatKeepers(Holds holds, Listings listings) {
        this.holds = holds;
        this.listings = listings;
    }

    SeatKeeper of(Order order) {
        return switch (order.kind()) {
            case PRIMARY -> holds;
            case RESALE -> listings;
        };
    }
}
