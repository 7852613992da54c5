package io.boxoffice.event.show;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.boxoffice.event.pricing.Fees;
import io.boxoffice.event.pricing.PricingTier;
import io.boxoffice.event.venue.Section;
import io.boxoffice.event.venue.Venue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the other services need to sell an event: {@code EventPublished} and {@code EventUpdated} on {@code boxoffice.catalog}, and
 * the answer to whoever missed them.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EventData(
        UUID eventId,
        Instant occurredAt,
        long aggregateVersion,
        UUID organizerId,
        String name,
        UUID venueId,
        String venueName,
        String timeZone,
        Instant date,
        @Nullable Instant doorsOpen,
        @Nullable String category,
        @Nullable String artist,
        String currency,
        int ticketLimit,
        boolean hot,
        boolean transfers,
        boolean paperTickets,
        Dates saleDates,
        List<PricingTier> pricingTiers,
        EventStatus status,
        Fees fees,
        WaitingRoom waitingRoom,
        ResalePolicy resalePolicy,
        List<Section> sections) {
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Dates(@Nullable Instant presale, Instant general) {}

    static EventData of(Event event, Progress.Published published, Venue venue, Instant now) {
        var terms = event.terms();
        return new EventData(
                event.eventId(),
                published.at(),
                published.version(),
                event.organizerId(),
                terms.name(),
                venue.venueId(),
                venue.name(),
                venue.timeZone(),
                terms.date(),
                terms.doorsOpen(),
                terms.category(),
                terms.artist(),
                terms.currency(),
                terms.ticketLimit(),
                terms.hot(),
                terms.transfers(),
                terms.paperTickets(),
                new Dates(terms.saleDates().presale(), terms.saleDates().general()),
                terms.pricingTiers(),
                event.phase(published, now),
                terms.fees(),
                terms.waitingRoom(),
                terms.resalePolicy(),
                venue.sections());
    }
}
