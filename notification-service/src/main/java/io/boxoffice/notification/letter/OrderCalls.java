package io.boxoffice.notification.letter;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/** Payment, for what was ordered and where to write. */
interface OrderCalls {

    @GetExchange("/internal/orders/{order_id}")
    Order order(@PathVariable("order_id") UUID orderId);

    @GetExchange("/internal/orders/{order_id}/contact")
    Contact contact(@PathVariable("order_id") UUID orderId);

    record Order(
            UUID orderId,
            String status,
            BigDecimal totalAmount,
            String currency,
            List<Item> items,
            @Nullable List<Fee> fees) {}

    record Item(
            UUID seatId,
            String section,
            @Nullable String row,
            @Nullable String seatNumber) {}

    record Fee(String name, BigDecimal amount) {}

    /** The address is in its {@code email} and nowhere else; do not log it. */
    record Contact(String email, @Nullable String locale) {

        @Override
        public String toString() {
            return "Contact[…]";
        }
    }
}
