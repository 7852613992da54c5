package io.boxoffice.payment.order;

import io.boxoffice.payment.sql.Sql;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The items of an order, written in the transaction of the change they belong to. */
@Component
class OrderItems {
    private static final String HAND_OVER = Sql.of("order/hand-over-items");
    private static final String SELL = Sql.of("order/sell-items");

    private final JdbcClient jdbc;

    OrderItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The order's seats are its buyer's; what a resale sells was the seller's until now. */
    void sell(UUID orderId) {
        jdbc.sql(HAND_OVER).param("order", orderId).update();
        jdbc.sql(SELL).param("order", orderId).update();
    }

    /** They were never paid. */
    void revoke(UUID orderId) {
        jdbc.sql("UPDATE order_items SET status = 'VOID' WHERE order_id = ? AND status = 'ACTIVE'")
                .param(orderId)
                .update();
    }
}
