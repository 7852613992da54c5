package io.boxoffice.inventory.checkout;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.boxoffice.inventory.hold.HeldSeat;
import io.boxoffice.inventory.hold.Hold;
import io.boxoffice.inventory.hold.HoldStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A hold as payment sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Checkout(
        UUID holdId,
        UUID eventId,
        UUID userId,
        @Nullable UUID orderId,
        @Nullable Long fence,
        @Nullable UUID sessionId,
        HoldStatus status,
        String currency,
        BigDecimal subtotal,
        Instant expiresAt,
        List<HeldSeat> seats) {

    /** For a look: without the fence, which belongs to the order alone. */
    static Checkout seen(Hold hold) {
        return of(hold, hold.status(), hold.orderId(), null);
    }

    /** For the order that has it. */
    static Checkout owned(Hold hold, HoldStatus status, UUID order, long fence) {
        return of(hold, status, order, fence);
    }

    private static Checkout of(Hold hold, HoldStatus status, @Nullable UUID order, @Nullable Long fence) {
        return new Checkout(
                hold.holdId(),
                hold.eventId(),
                hold.userId(),
                order,
                fence,
                hold.sessionId(),
                status,
                hold.currency(),
                hold.subtotal(),
                hold.expiresAt(),
                hold.seats());
    }
}
