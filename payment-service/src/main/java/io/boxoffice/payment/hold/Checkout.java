package io.boxoffice.payment.hold;

import io.boxoffice.payment.pricing.Seat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A hold as inventory describes it.
 *
 * @param fence proves to inventory that an order still owns the hold; absent when the hold was only looked at
 * @param sessionId the admission session that placed it
 */
public record Checkout(
        UUID holdId, @Nullable Long fence, @Nullable UUID sessionId, String status, List<Seat> seats) {}
