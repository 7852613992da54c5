package io.boxoffice.notification.news;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Our own reading of payment's messages. */
sealed interface OrderNews {

    record Seat(UUID seatId) {}

    /** @param sellerId who had these seats before, when they were resold */
    record OrderConfirmed(
            UUID orderId,
            UUID eventId,
            UUID userId,
            @Nullable UUID sellerId,
            List<Seat> items) implements OrderNews {}

    record PaymentCaptured(UUID orderId, UUID eventId, UUID userId) implements OrderNews {}

    record CaptureFailed(UUID orderId) implements OrderNews {}

    record OrderRefunded(
            UUID orderId,
            UUID eventId,
            UUID userId,
            UUID refundId,
            BigDecimal amount,
            String currency,
            boolean full,
            String cause,
            List<Seat> items)
            implements OrderNews {

        /** What a cancellation gives back was told by the letter about it. */
        boolean isOfCancellation() {
            return cause.equals("event-cancelled");
        }
    }

    static List<UUID> ids(List<Seat> seats) {
        return seats.stream().map(Seat::seatId).toList();
    }
}
