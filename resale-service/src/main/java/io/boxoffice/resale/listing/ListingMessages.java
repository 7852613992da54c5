package io.boxoffice.resale.listing;

import io.boxoffice.common.messaging.Outbox;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Tells what becomes of listings, in the transaction in which it does. */
@Component
class ListingMessages {
    private final Outbox outbox;
    private final Clock clock;

    ListingMessages(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    void listed(Listing listing) {
        tell(
                listing,
                new ListingEvent.TicketListed(
                        listing.eventId(),
                        clock.instant(),
                        listing.id(),
                        listing.sellerId(),
                        listing.priceEach(),
                        listing.currency(),
                        wire(listing, _ -> true)));
    }

    void cancelled(Listing listing, String cause) {
        tell(
                listing,
                new ListingEvent.ListingCancelled(
                        listing.eventId(),
                        clock.instant(),
                        listing.id(),
                        listing.sellerId(),
                        listing.priceEach(),
                        listing.currency(),
                        wire(listing, _ -> true),
                        cause));
    }

    void sold(Listing listing, UUID buyer, Set<UUID> given) {
        tell(
                listing,
                new ListingEvent.ListingSold(
                        listing.eventId(),
                        clock.instant(),
                        listing.id(),
                        listing.sellerId(),
                        buyer,
                        listing.requiredOrder(),
                        listing.priceEach(),
                        listing.currency(),
                        wire(listing, given::contains)));
    }

    private static List<ListingEvent.Ticket> wire(Listing listing, Predicate<UUID> which) {
        return listing.tickets().stream()
                .filter(ticket -> which.test(ticket.ticketId()))
                .map(ticket -> new ListingEvent.Ticket(ticket.ticketId(), ticket.seatId()))
                .toList();
    }

    private void tell(Listing listing, ListingEvent event) {
        outbox.append("boxoffice.resale", listing.eventId(), event.getClass().getSimpleName(), listing.id(), event);
    }
}
