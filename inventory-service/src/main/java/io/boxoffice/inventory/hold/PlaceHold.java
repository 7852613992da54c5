package io.boxoffice.inventory.hold;

import io.boxoffice.common.web.Problems;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a fan asks for: named seats, for now. */
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
            @Nullable Integer accessible) {}

    /** The seats asked for, once the form is right. */
    List<UUID> seats() {
        if (bestAvailable != null) {
            throw Problems.notAvailableYet("best_available");
        }
        if (replaceHoldId != null) {
            throw Problems.notAvailableYet("replace_hold_id");
        }
        if (seatIds == null || seatIds.isEmpty() || seatIds.size() > MOST_SEATS) {
            throw Problems.invalid("/seat_ids", "Name 1 to " + MOST_SEATS + " seats.");
        }
        if (seatIds.contains(null) || new HashSet<>(seatIds).size() < seatIds.size()) {
            throw Problems.invalid("/seat_ids", "Name each seat once.");
        }
        return List.copyOf(seatIds);
    }
}
