package io.boxoffice.inventory.hold;

import io.boxoffice.common.web.Problems;
import io.boxoffice.inventory.best.Wish;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a fan asks for: named seats, or the best available; perhaps in place of a hold the fan has. */
record PlaceHold(
        @Nullable List<@Nullable UUID> seatIds,
        @Nullable BestAvailable bestAvailable,
        @Nullable UUID replaceHoldId) {
    private static final int MOST_SEATS = 100;

    record BestAvailable(
            @Nullable Integer quantity,
            @Nullable String section,
            @Nullable BigDecimal maxPrice,
            @Nullable Boolean adjacent,
            @Nullable Integer accessible) {

        private Wish wish() {
            if (quantity == null || quantity < 1 || quantity > MOST_SEATS) {
                throw Problems.invalid("/best_available/quantity", "Ask for 1 to " + MOST_SEATS + " seats.");
            }
            int wheelchairs = accessible == null ? 0 : accessible;
            if (wheelchairs < 0 || wheelchairs > quantity) {
                throw Problems.invalid("/best_available/accessible", "Ask for at most as many as seats in all.");
            }
            if (maxPrice != null && maxPrice.signum() < 0) {
                throw Problems.invalid("/best_available/max_price", "A price is not negative.");
            }
            return new Wish(quantity, section, maxPrice, !Boolean.FALSE.equals(adjacent), wheelchairs);
        }
    }

    /** What is wanted, once the form is right. */
    Wanted wanted() {
        // clients that a machine wrote send an empty list for none
        boolean named = seatIds != null && !(seatIds.isEmpty() && bestAvailable != null);
        if (named == (bestAvailable != null)) {
            throw Problems.invalid("/seat_ids", "Send seat_ids or best_available.");
        }
        return bestAvailable != null ? new Wanted.Best(bestAvailable.wish()) : new Wanted.Named(named());
    }

    private List<UUID> named() {
        if (seatIds == null || seatIds.isEmpty() || seatIds.size() > MOST_SEATS) {
            throw Problems.invalid("/seat_ids", "Name 1 to " + MOST_SEATS + " seats.");
        }
        if (seatIds.contains(null) || new HashSet<>(seatIds).size() < seatIds.size()) {
            throw Problems.invalid("/seat_ids", "Name each seat once.");
        }
        return List.copyOf(seatIds);
    }
}
