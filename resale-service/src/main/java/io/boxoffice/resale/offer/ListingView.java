package io.boxoffice.resale.offer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.boxoffice.resale.listing.Listing;
import io.boxoffice.resale.listing.ListingStatus;
import io.boxoffice.resale.payout.PayoutFacts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A listing as fans see it; {@code cause} and {@code payout} are for its seller. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ListingView(
        UUID listingId,
        UUID eventId,
        ListingStatus status,
        BigDecimal priceEach,
        BigDecimal total,
        String currency,
        List<Ticket> tickets,
        Instant createdAt,
        @Nullable String cause,
        @Nullable PayoutFacts payout) {

    record Ticket(UUID ticketId, String section, String row, String seatNumber, BigDecimal facePrice) {}

    static ListingView offered(Listing listing) {
        return of(listing, null, null);
    }

    static ListingView mine(Listing listing, @Nullable PayoutFacts payout) {
        return of(listing, listing.cause(), payout);
    }

    private static ListingView of(Listing listing, @Nullable String cause, @Nullable PayoutFacts payout) {
        return new ListingView(
                listing.id(),
                listing.eventId(),
                listing.status(),
                listing.priceEach(),
                listing.total(),
                listing.currency(),
                listing.tickets().stream()
                        .map(ticket -> new Ticket(
                                ticket.ticketId(),
                                ticket.section(),
                                ticket.row(),
                                ticket.seatNumber(),
                                ticket.facePrice()))
                        .toList(),
                listing.createdAt(),
                cause,
                payout);
    }
}
