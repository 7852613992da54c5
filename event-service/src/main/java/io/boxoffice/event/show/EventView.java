package io.boxoffice.event.show;

import io.boxoffice.event.availability.LiveAvailability.Figures;
import io.boxoffice.event.pricing.Fees;
import io.boxoffice.event.venue.Address;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/events/{event_id}}. */
record EventView(
        UUID eventId,
        String name,
        UUID venueId,
        Instant date,
        @Nullable String category,
        @Nullable String artist,
        @Nullable String description,
        List<String> images,
        List<Tier> pricingTiers,
        SaleDates saleDates,
        EventStatus status,
        String currency,
        String timeZone,
        Place venue,
        int ticketLimit,
        Fees fees,
        ResalePolicy resalePolicy,
        Accessibility accessibility,
        @Nullable Instant doorsOpen,
        WaitingRoom waitingRoom,
        boolean hot,
        boolean transfers,
        boolean paperTickets,
        @Nullable ProvisioningView provisioning) {

    /** @param available null while nobody can tell */
    record Tier(String section, BigDecimal price, @Nullable Integer available) {}

    record Place(UUID venueId, String name, @Nullable Address address, String timeZone, int capacity) {}

    record Accessibility(int accessibleSeats, int companionSeats, int restrictedViewSeats) {}

    record ProvisioningView(
            Progress.Provisioning state,
            int seats,
            @Nullable String reason) {}

    static EventView of(Snapshot snapshot, Figures available, Instant now) {
        var event = snapshot.event();
        var venue = snapshot.venue();
        var terms = event.terms();
        return new EventView(
                event.eventId(),
                terms.name(),
                terms.venueId(),
                terms.date(),
                terms.category(),
                terms.artist(),
                terms.description(),
                terms.images(),
                terms.pricingTiers().stream()
                        .map(tier -> new Tier(tier.section(), tier.price(), available.of(tier.section())))
                        .toList(),
                terms.saleDates(),
                event.status(now),
                terms.currency(),
                venue.timeZone(),
                new Place(venue.venueId(), venue.name(), venue.address(), venue.timeZone(), venue.capacity()),
                terms.ticketLimit(),
                terms.fees(),
                terms.resalePolicy(),
                new Accessibility(venue.accessibleSeats(), venue.companionSeats(), venue.restrictedViewSeats()),
                terms.doorsOpen(),
                terms.waitingRoom(),
                terms.hot(),
                terms.transfers(),
                terms.paperTickets(),
                provisioning(event));
    }

    private static @Nullable ProvisioningView provisioning(Event event) {
        return switch (event.progress()) {
            case Progress.Draft() -> null;
            case Progress.Published published ->
                new ProvisioningView(published.state(), published.seats(), published.reason());
        };
    }
}
