package io.boxoffice.e2e.client.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tickets a fan offers to others. */
public record Listing(
        UUID listingId,
        UUID eventId,
        String status,
        BigDecimal priceEach,
        @Nullable BigDecimal total) {

    /** A list of them. */
    public record Page(List<Listing> items, @Nullable String nextCursor) {}
}
