package io.boxoffice.payment.hold;

import io.boxoffice.payment.pricing.Seat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Seats as their keeper describes them: a hold, or a listing.
 *
 * @param fence proves to the keeper that an order still owns them; absent when a hold was only looked at
 * @param sessionId the admission session that placed a hold
 * @param sellerId whose tickets a listing sells
 */
public record Checkout(
        UUID holdId,
        @Nullable Long fence,
        @Nullable UUID sessionId,
        @Nullable UUID sellerId,
        String status,
        List<Seat> seats) {}
