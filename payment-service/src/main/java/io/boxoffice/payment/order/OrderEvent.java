package io.boxoffice.payment.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.boxoffice.payment.pricing.Seat;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What we tell on {@code boxoffice.orders}; the record's name is the event's name. */
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface OrderEvent {

    record OrderPlaced(
            UUID eventId, Instant occurredAt, UUID orderId, UUID userId, UUID holdId, OrderKind kind, String currency)
            implements OrderEvent {}

    record OrderConfirmed(
            UUID eventId,
            Instant occurredAt,
            UUID orderId,
            UUID userId,
            UUID holdId,
            OrderKind kind,
            @Nullable UUID sellerId,
            @Nullable UUID sessionId,
            BigDecimal totalAmount,
            String currency,
            String paymentIntent,
            List<Seat> items)
            implements OrderEvent {}

    record OrderDeclined(
            UUID eventId,
            Instant occurredAt,
            UUID orderId,
            UUID userId,
            UUID holdId,
            String declineCode,
            int attempt,
            boolean holdReturned)
            implements OrderEvent {}

    record OrderExpired(UUID eventId, Instant occurredAt, UUID orderId, UUID userId, UUID holdId, String cause)
            implements OrderEvent {}

    record OrderVoided(UUID eventId, Instant occurredAt, UUID orderId, UUID userId, UUID holdId, String cause)
            implements OrderEvent {}

    record PaymentCaptured(
            UUID eventId,
            Instant occurredAt,
            UUID orderId,
            UUID userId,
            String paymentIntent,
            BigDecimal amount,
            String currency)
            implements OrderEvent {}

    record CaptureFailed(
            UUID eventId,
            Instant occurredAt,
            UUID orderId,
            UUID userId,
            @Nullable String paymentIntent) implements OrderEvent {}

    record OrderStuck(
            UUID eventId,
            Instant occurredAt,
            UUID orderId,
            UUID userId,
            @Nullable String paymentIntent) implements OrderEvent {}
}
