package io.boxoffice.inventory.seatmap;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The layout of an event, as published. */
record SeatMap(UUID eventId, long version, List<Section> sections) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Section(
            String section,
            String kind,
            BigDecimal price,
            @Nullable String gate,
            @Nullable List<Row> rows,
            @Nullable Integer capacity) {}

    record Row(String row, List<Seat> seats) {}

    record Seat(UUID seatId, String seatNumber, double x, double y, List<Flag> flags) {}

    /** What is special about a seat; the order is the order of their bits. */
    enum Flag {
        ACCESSIBLE,
        COMPANION,
        RESTRICTED_VIEW
    }
}
