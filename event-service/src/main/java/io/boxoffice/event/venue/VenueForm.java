package io.boxoffice.event.venue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/v1/venues} as it comes in. */
record VenueForm(
        @Nullable String name,
        @Nullable Address address,
        @Nullable String timeZone,
        @Nullable List<@Nullable SectionForm> sections) {

    record SectionForm(
            @Nullable String section,
            Section.@Nullable Kind kind,
            @Nullable Point focalPoint,
            @Nullable String gate,
            @Nullable List<@Nullable RowForm> rows,
            @Nullable Integer capacity) {}

    record RowForm(
            @Nullable String row,
            @Nullable Integer from,
            @Nullable Integer to,
            @Nullable Point origin,
            @Nullable Point step,
            @Nullable List<@Nullable Integer> accessible,
            @Nullable List<@Nullable Integer> companion,
            @Nullable List<@Nullable Integer> restrictedView) {}
}
