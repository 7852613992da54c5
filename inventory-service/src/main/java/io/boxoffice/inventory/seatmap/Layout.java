package io.boxoffice.inventory.seatmap;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The layout of an event in memory, sections and seats in seat-map order. */
public record Layout(UUID eventId, long version, List<Section> sections) {

    /**
     * @param capacity of a general admission, which has no seats of its own to choose from
     * @param seats index = the seat's letter in availability
     */
    public record Section(
            String section,
            String kind,
            BigDecimal price,
            @Nullable String gate,
            @Nullable Integer capacity,
            double focalX,
            double focalY,
            List<Place> seats) {

        /** Whether places are all alike and nobody chooses one. */
        public boolean isGeneralAdmission() {
            return "GA".equals(kind);
        }

        /** Whether this seat and the one before it in the list are neighbours; not so at either end of the list. */
        public boolean joined(int seat) {
            return seat > 0 && seat < seats.size() && seats.get(seat).besideTheOneBefore();
        }
    }

    /**
     * A seat where it stands.
     *
     * @param besideTheOneBefore whether no aisle is between it and the seat before it in the section's list
     */
    public record Place(
            UUID seatId, String row, String seatNumber, double x, double y, int flags, boolean besideTheOneBefore) {
        private static final int ACCESSIBLE = 1;
        private static final int COMPANION = 2;
        private static final int RESTRICTED_VIEW = 4;

        /** For a wheelchair. */
        public boolean isAccessible() {
            return (flags & ACCESSIBLE) != 0;
        }

        /** For who comes with the neighbour in the wheelchair. */
        public boolean isCompanion() {
            return (flags & COMPANION) != 0;
        }

        /** With something in the way. */
        public boolean isRestricted() {
            return (flags & RESTRICTED_VIEW) != 0;
        }
    }

    int seats() {
        return sections.stream().mapToInt(section -> section.seats().size()).sum();
    }

    /** The section of this name. */
    public Optional<Section> section(String name) {
        return sections.stream()
                .filter(section -> section.section().equals(name))
                .findFirst();
    }
}
