package io.boxoffice.payment.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.boxoffice.payment.pricing.Fee;
import io.boxoffice.payment.pricing.Seat;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order as its buyer sees it. */
record OrderView(
        UUID orderId,
        UUID eventId,
        UUID holdId,
        OrderKind kind,
        OrderStatus status,
        BigDecimal totalAmount,
        String currency,
        List<Item> items,
        List<Fee> fees,
        BigDecimal tax,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String declineCode,
        Instant createdAt) {

    record Item(UUID seatId, String section, String row, String seatNumber, BigDecimal price, ItemStatus status) {}

    /** The same for other services, which also learn whose it is. */
    record Internal(@JsonUnwrapped OrderView order, UUID userId) {}

    static OrderView of(Order order) {
        var status = order.status().keepsSeats() ? ItemStatus.ACTIVE : ItemStatus.VOID;
        return new OrderView(
                order.id(),
                order.eventId(),
                order.holdId(),
                order.kind(),
                order.status(),
                order.total(),
                order.currency(),
                order.seats().stream()
                        .map(seat -> item(seat, order.items().getOrDefault(seat.seatId(), status)))
                        .toList(),
                order.fees(),
                order.tax(),
                order.status() == OrderStatus.DECLINED && order.ending() != null
                        ? order.ending().declineCode()
                        : null,
                order.createdAt());
    }

    private static Item item(Seat seat, ItemStatus status) {
        return new Item(seat.seatId(), seat.section(), seat.row(), seat.seatNumber(), seat.price(), status);
    }
}
