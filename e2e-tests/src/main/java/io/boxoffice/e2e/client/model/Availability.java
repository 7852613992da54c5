package io.boxoffice.e2e.client.model;

import java.util.List;
import java.util.UUID;

/** Which seats are free, as fresh as the platform's caches. */
public record Availability(UUID eventId, long version, List<Section> sections) {

    /** Counts, and one letter a seat in seat-map order: A, R, P or X. */
    public record Section(
            String section, long available, long reserved, long purchased, long notForSale, String seats) {}

    /** Free seats in all sections. */
    public long available() {
        return sections.stream().mapToLong(Section::available).sum();
    }
}
