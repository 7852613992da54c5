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
        pricingTiers = List.copyOf(pricingTiers);
    }
}
