package io.boxoffice.inventory.follow;

import org.jspecify.annotations.Nullable;

/**
 * A section as it was at the last look.
 *
 * @param letters one a seat in seat-map order; none for general admission
 */
public record SectionNow(
        String section,
        String kind,
        Figures figures,
        @Nullable String letters) {}
