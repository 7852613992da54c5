package io.boxoffice.inventory.block;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an organiser asks for: named seats, or some of a section.
 *
 * @param release an instant, or {@code GENERAL_SALE}
 */
record MakeBlock(
        @NotBlank @Size(max = 100) String name,
        @NotNull BlockKind kind,
        @Nullable List<@Nullable UUID> seatIds,
        @Nullable String section,
        @Nullable String row,
        @Nullable Integer quantity,
        @Nullable String release) {

    Selection selection() {
        return Selection.of(seatIds, section, row, quantity);
    }

    Release when() {
        return Release.of(release, kind);
    }
}
