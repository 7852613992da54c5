package io.boxoffice.inventory.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What we read of a change in the catalogue; seats are made once and never change. */
record EventUpdated(
        UUID eventId,
        long aggregateVersion,
        @Nullable UUID organizerId,
        String name,
        Instant date,
        @Nullable Instant doorsOpen,
        @Nullable String status,
        int ticketLimit,
        EventPublished.SaleDates saleDates,
        List<EventPublished.Price> pricingTiers,
        EventPublished.WaitingRoom waitingRoom,
        @Nullable String timeZone,
        @Nullable Boolean paperTickets) {

    Instant onSaleFrom() {
        return saleDates.from(waitingRoom);
    }

    boolean isPostponed() {
        return "POSTPONED".equals(status);
    }
}
