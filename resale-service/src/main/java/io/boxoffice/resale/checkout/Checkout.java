package io.boxoffice.resale.checkout;

import io.boxoffice.resale.listing.Listing;
import io.boxoffice.resale.listing.ListingStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A listing as payment sees it: as it would see a hold, the listing being the hold. */
record Checkout(
        UUID holdId,
        UUID eventId,
        UUID userId,
        UUID sellerId,
        UUID orderId,
        long fence,
        ListingStatus status,
        String currency,
        BigDecimal subtotal,
        Instant expiresAt,
        List<Seat> seats) {

    record Seat(UUID seatId, String section, String row, String seatNumber, BigDecimal price) {}

    /** @param eventDate time frees no checkout; after this it is of no use */
    static Checkout of(Listing listing, CheckoutRow row, Instant eventDate) {
        return new Checkout(
                listing.id(),
                listing.eventId(),
                row.buyerId(),
                listing.sellerId(),
                row.orderId(),
                row.fence(),
                listing.status(),
                listing.currency(),
                listing.total(),
                eventDate,
                listing.tickets().stream()
                        .map(ticket -> new Seat(
                                ticket.seatId(),
                                ticket.section(),
                                ticket.row(),
                                ticket.seatNumber(),
                                listing.priceEach()))
                        .toList());
    }
}
