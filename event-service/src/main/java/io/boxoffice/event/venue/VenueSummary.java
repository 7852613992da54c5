package io.boxoffice.event.venue;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A venue without its seats, but with the count of those that matter to some. */
public record VenueSummary(
        UUID venueId,
        String name,
        @Nullable Address address,
        String timeZone,
        int capacity,
        int accessibleSeats,
        int companionSeats,
        int restrictedViewSeats) {

    /** What there is to say about this venue in short. */
    public static VenueSummary of(Venue venue) {
        int accessible = 0;
        int companion = 0;
        int restricted = 0;
        for (var section : venue.sections()) {
            for (var row : section.rows()) {
                accessible += row.accessible().size();
                companion += row.companion().size();
                restricted += row.restrictedView().size();
            }
        }
        return new VenueSummary(
                venue.venueId(),
                venue.name(),
                venue.address(),
                venue.timeZone(),
                venue.capacity(),
                accessible,
                companion,
                restricted);
    }
}
