package io.boxoffice.inventory.seatmap;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The layout of an event in memory, sections and seats in seat-map order. */
public record Layout(UUID eventId, long version, List<Section> sections) {

    /** @param seats index = the seat's letter in availability */
    public record Section(
            String section,
            String kind,
            BigDecimal price,
            @Nullable String gate,
            List<Place> seats) {}

    /** A seat where it stands. */
    public record Place(UUID seatId, String row, String seatNumber, double x, double y, int flags) {}

    /** The section of this name. */
    public Optional<Section> section(String name) {
        return sections.stream()
                .filter(section -> section.section().equals(name))
                .findFirst();
    }
}
