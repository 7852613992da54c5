package io.boxoffice.inventory.block;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A block as its organiser sees it.
 *
 * @param release what was asked for: an instant, or {@code GENERAL_SALE}
 * @param releaseAt when that is, as far as is known
 * @param seats how many it has still
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SeatBlock")
record Block(
        UUID blockId,
        UUID eventId,
        String name,
        BlockKind kind,
        @Nullable String release,
        @Nullable Instant releaseAt,
        Instant createdAt,
        @Nullable Instant releasedAt,
        int seats,
        List<Section> sections) {

    /** @param seatIds in seat-map order; none for general admission, where places are all alike */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SeatBlockSection")
    record Section(String section, int seats, @Nullable List<UUID> seatIds) {}
}
