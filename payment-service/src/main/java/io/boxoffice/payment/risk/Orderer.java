package io.boxoffice.payment.risk;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who wants to order, as far as their request tells.
 *
 * @param address the network address it came from
 * @param clearance what a solved challenge gave
 */
public record Orderer(
        UUID userId,
        UUID eventId,
        @Nullable String deviceId,
        @Nullable String address,
        @Nullable Instant accountCreatedAt,
        @Nullable String clearance) {

    /** Keeps address and clearance out of logs. */
    @Override
    public String toString() {
        return "Orderer[userId=" + userId + "]";
    }
}
