package io.boxoffice.event.show;

import io.boxoffice.event.pricing.Fees;
import io.boxoffice.event.pricing.PricingTier;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an organiser says about an event. */
record EventTerms(
        String name,
        UUID venueId,
        Instant date,
        @Nullable Instant doorsOpen,
        @Nullable String category,
        @Nullable String artist,
        @Nullable String description,
        List<String> images,
        String currency,
        List<PricingTier> pricingTiers,
        SaleDates saleDates,
        int ticketLimit,
        Fees fees,
        WaitingRoom waitingRoom,
        boolean hot,
        ResalePolicy resalePolicy,
        boolean transfers,
        boolean paperTickets) {

    EventTerms {
        images = List.copyOf(images);
        pricingTiers = List.copyOf(pricingTiers);
    }

    /** When the first of the fans may come: nothing that decides about their order changes from then on. */
    Instant firstOpening() {
        var lobby = waitingRoom.lobbyOpensAt(saleDates.general());
        return lobby.isBefore(saleDates.first()) ? lobby : saleDates.first();
    }

    EventTerms withImages(List<String> others) {
        return new EventTerms(
                name,
                venueId,
                date,
                doorsOpen,
                category,
                artist,
                description,
                others,
                currency,
                pricingTiers,
                saleDates,
                ticketLimit,
                fees,
                waitingRoom,
                hot,
                resalePolicy,
                transfers,
                paperTickets);
    }
}
