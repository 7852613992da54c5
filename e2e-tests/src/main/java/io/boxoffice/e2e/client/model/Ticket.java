package io.boxoffice.e2e.client.model;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A fan's ticket. */
public record Ticket(
        UUID ticketId,
        UUID eventId,
        @Nullable UUID orderId,
        String section,
        String row,
        String seatNumber,
        String status) {

    /** A list of them. */
    public record Page(List<Ticket> items, @Nullable String nextCursor) {}
}
