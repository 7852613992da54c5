package io.boxoffice.notification.confirmation;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/** Payment, for what was ordered and where to write. */
interface Orders {

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

    record Item(UUID seatId) {}

    record Fee(String name, BigDecimal amount) {}

    record Contact(String email) {

        @Override
        public String toString() {
            return "Contact[…]";
        }
    }
}
