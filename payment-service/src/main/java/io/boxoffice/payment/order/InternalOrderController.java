package io.boxoffice.payment.order;

import io.boxoffice.common.web.Problems;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Orders for other services; the only way to a buyer's address. */
@RestController
@RequestMapping("/internal/orders/{orderId}")
class InternalOrderController {
    private final OrderRows rows;
    private final JdbcClient jdbc;

    InternalOrderController(OrderRows rows, JdbcClient jdbc) {
        this.rows = rows;
        this.jdbc = jdbc;
    }

    record Contact(UUID orderId, String email, String locale) {}

    @GetMapping
    OrderView.Internal order(@PathVariable UUID orderId) {
        return rows.find(orderId)
                .map(order -> new OrderView.Internal(OrderView.of(order), order.userId()))
                .orElseThrow(Problems::notFound);
    }

    @GetMapping("/contact")
    Contact contact(@PathVariable UUID orderId) {
        return jdbc.sql("SELECT order_id, email, locale FROM order_contacts WHERE order_id = ?")
                .param(orderId)
                .query(Contact.class)
                .optional()
                .orElseThrow(Problems::notFound);
    }
}
