package io.boxoffice.inventory.checkout;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What we tell of a sale on {@code boxoffice.seats}. */
sealed interface PurchaseEvent {

    /** The seats of this hold are sold. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SeatsPurchased(
            UUID eventId,
            Instant occurredAt,
            UUID holdId,
            UUID orderId,
            UUID userId,
            @Nullable UUID sessionId,
            List<Seat> seats)
            implements PurchaseEvent {}

    /** A seat at the price it was sold for. */
    record Seat(UUID seatId, String section, BigDecimal price) {}
}
