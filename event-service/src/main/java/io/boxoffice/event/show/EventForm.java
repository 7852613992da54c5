package io.boxoffice.event.show;

import io.boxoffice.event.pricing.FeesForm;
import io.boxoffice.event.pricing.PricingTierForm;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/v1/events} as it comes in. */
record EventForm(
        @Nullable String name,
        @Nullable UUID venueId,
        @Nullable Instant date,
        @Nullable String category,
        @Nullable String artist,
        @Nullable String description,
        @Nullable List<@Nullable String> images,
        @Nullable String currency,
        @Nullable List<@Nullable PricingTierForm> pricingTiers,
        @Nullable SaleDatesForm saleDates,
        @Nullable Integer ticketLimit,
        @Nullable Instant doorsOpen,
        @Nullable FeesForm fees,
        @Nullable WaitingRoomForm waitingRoom,
        @Nullable Boolean hot,
        @Nullable ResalePolicyForm resalePolicy,
        @Nullable Boolean transfers,
        @Nullable Boolean paperTickets) {

    record SaleDatesForm(
            @Nullable Instant presale, @Nullable Instant general) {}

    record WaitingRoomForm(
            WaitingRoom.@Nullable Mode mode, @Nullable Integer lobbyMinutes) {}

    record ResalePolicyForm(
            @Nullable Boolean enabled, @Nullable Integer maxPricePercent, ResalePolicy.@Nullable Payout payout) {}
}
