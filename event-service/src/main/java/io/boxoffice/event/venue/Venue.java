package io.boxoffice.event.venue;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A venue with its seating plan. */
public record Venue(
        UUID venueId, String name, @Nullable Address address, String timeZone, int capacity, List<Section> sections) {

    public Venue {
        sections = List.copyOf(sections);
    }

    /** The names of its sections, in the order of the plan. */
    public List<String> sectionNames() {
        return sections.stream().map(Section::section).toList();
    }
}
