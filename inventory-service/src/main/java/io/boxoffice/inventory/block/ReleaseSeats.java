package io.boxoffice.inventory.block;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which seats of a block come back: these, or the best of a section. */
record ReleaseSeats(
        @Nullable List<@Nullable UUID> seatIds,
        @Nullable String section,
        @Nullable String row,
        @Nullable Integer quantity) {

    Selection selection() {
        return Selection.of(seatIds, section, row, quantity);
    }
}
