package io.boxoffice.inventory.block;

import io.boxoffice.common.web.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which seats are meant. */
sealed interface Selection {
    int MOST_NAMED = 5_000;
    int MOST_SEATS = 250_000;

    /** These. */
    record Named(List<UUID> seats) implements Selection {}

    /**
     * Seats of a section, or of one of its rows.
     *
     * @param quantity how many; all of them if null
     */
    record Part(
            String section, @Nullable String row, @Nullable Integer quantity) implements Selection {}

    /** Exactly one of the two ways to say it. */
    static Selection of(
            @Nullable List<@Nullable UUID> seatIds,
            @Nullable String section,
            @Nullable String row,
            @Nullable Integer quantity) {
        // clients that a machine wrote send an empty list for none
        boolean named = seatIds != null && !(seatIds.isEmpty() && section != null);
        if (named == (section != null)) {
            throw Problems.invalid("/seat_ids", "Send seat_ids or a section.");
        }
        if (seatIds != null && section == null) {
            return new Named(named(seatIds, row, quantity));
        }
        if (quantity != null && (quantity < 1 || quantity > MOST_SEATS)) {
            throw Problems.invalid("/quantity", "Ask for 1 to " + MOST_SEATS + " seats.");
        }
        return new Part(java.util.Objects.requireNonNull(section), row, quantity);
    }

    private static List<UUID> named(List<@Nullable UUID> seatIds, @Nullable String row, @Nullable Integer quantity) {
        if (row != null || quantity != null) {
            throw Problems.invalid(row != null ? "/row" : "/quantity", "It goes with a section only.");
        }
        if (seatIds.isEmpty() || seatIds.size() > MOST_NAMED) {
            throw Problems.invalid("/seat_ids", "Name 1 to " + MOST_NAMED + " seats.");
        }
        if (seatIds.contains(null) || new HashSet<>(seatIds).size() < seatIds.size()) {
            throw Problems.invalid("/seat_ids", "Name each seat once.");
        }
        return List.copyOf(seatIds);
    }
}
