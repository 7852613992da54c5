package io.boxoffice.resale.listing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What we tell on {@code boxoffice.resale} about listings; the record's name is the event's name. */
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface ListingEvent {
    record Ticket(UUID ticketId, UUID seatId) {}

    record TicketListed(
            UUID eventId,
            Instant occurredAt,
            UUID listingId,
            UUID sellerId,
            BigDecimal priceEach,
            String currency,
            List<Ticket> tickets)
            implements ListingEvent {}

    record ListingCancelled(
            UUID eventId,
            Instant occurredAt,
            UUID listingId,
            UUID sellerId,
            BigDecimal priceEach,
            String currency,
            List<Ticket> tickets,
            String cause)
            implements ListingEvent {}

    record ListingSold(
            UUID eventId,
            Instant occurredAt,
            UUID listingId,
            UUID sellerId,
            UUID buyerId,
            UUID orderId,
            BigDecimal priceEach,
            String currency,
            List<Ticket> tickets)
            implements ListingEvent {}
}
