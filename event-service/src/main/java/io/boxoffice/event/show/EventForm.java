package io.boxoffice.event.show;

import io.boxoffice.event.pricing.FeesForm;
import io.boxoffice.event.pricing.PricingTierForm;
import java.time.Instant;
import java.util.ArrayList;
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
            WaitingRoom.@Nullable Mode mode, @Nullable Integer lobbyMinutes) {
        /** The minutes of a room without a lobby were never said. */
        static WaitingRoomForm of(WaitingRoom room) {
            return new WaitingRoomForm(room.mode(), room.mode() == WaitingRoom.Mode.LOBBY ? room.lobbyMinutes() : null);
        }
    }

    record ResalePolicyForm(
            @Nullable Boolean enabled, @Nullable Integer maxPricePercent, ResalePolicy.@Nullable Payout payout) {}

    /** What would have to be said to get these terms. */
    static EventForm of(EventTerms terms) {
        var fees = terms.fees();
        var resale = terms.resalePolicy();
        return new EventForm(
                terms.name(),
                terms.venueId(),
                terms.date(),
                terms.category(),
                terms.artist(),
                terms.description(),
                List.copyOf(terms.images()),
                terms.currency(),
                prices(terms),
                new SaleDatesForm(terms.saleDates().presale(), terms.saleDates().general()),
                terms.ticketLimit(),
                terms.doorsOpen(),
                new FeesForm(
                        fees.perTicketPercent(),
                        fees.perTicketFixed(),
                        fees.perOrder(),
                        fees.taxPercent(),
                        fees.taxIncluded()),
                WaitingRoomForm.of(terms.waitingRoom()),
                terms.hot(),
                new ResalePolicyForm(resale.enabled(), resale.maxPricePercent(), resale.payout()),
                terms.transfers(),
                terms.paperTickets());
    }

    private static List<@Nullable PricingTierForm> prices(EventTerms terms) {
        var prices = new ArrayList<@Nullable PricingTierForm>();
        terms.pricingTiers().forEach(tier -> prices.add(new PricingTierForm(tier.section(), tier.price())));
        return prices;
    }
}
