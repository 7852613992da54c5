package io.boxoffice.e2e.client.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event as its page shows it. */
public record EventView(
        UUID eventId,
        UUID venueId,
        String name,
        String status,
        @Nullable Provisioning provisioning) {

    /** How far its seats are made. */
    public record Provisioning(String state, long seats) {}
}
