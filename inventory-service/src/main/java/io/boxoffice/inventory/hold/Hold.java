package io.boxoffice.inventory.hold;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A hold as it stands in its shard; {@code status} is EXPIRED once its time is over, swept or not. */
public record Hold(
        UUID holdId,
        UUID eventId,
        UUID userId,
        @Nullable UUID sessionId,
        @Nullable UUID orderId,
        long fence,
        HoldStatus status,
        @Nullable String cause,
        String currency,
        BigDecimal subtotal,
        Instant expiresAt,
        List<HeldSeat> seats) {}
