package io.boxoffice.event.venue;

import org.jspecify.annotations.Nullable;

/** Where a venue is. */
public record Address(
        @Nullable String street,
        @Nullable String city,
        @Nullable String postalCode,
        @Nullable String country) {}
