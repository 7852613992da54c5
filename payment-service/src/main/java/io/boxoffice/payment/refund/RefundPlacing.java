package io.boxoffice.payment.refund;

import io.boxoffice.payment.order.ItemStatus;
import io.boxoffice.payment.order.Order;
import io.boxoffice.payment.order.OrderProperties;
import io.boxoffice.payment.order.OrderRows;
import io.boxoffice.payment.pricing.Parts;
import io.boxoffice.payment.refund.RefundPlan.Give;
import io.boxoffice.payment.sql.Sql;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Places refunds: what is given back is decided and claimed with the order's rows locked. Runs in the caller's transaction. */
@Component
class RefundPlacing {
    private static final String PLACE = Sql.of("refund/place-refund");
    private static final String CLAIM_ITEMS = Sql.of("refund/claim-items");

    private final JdbcClient jdbc;
    private final OrderRows orders;
    private final double lease;

    RefundPlacing(JdbcClient jdbc, OrderRows orders, OrderProperties properties) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.lease = properties.lease().toMillis() / 1000.0;
    }

    /** What can be refunded now; empty where nothing was captured. Nobody else changes it before the transaction ends. */
    Optional<Refundable> lock(UUID orderId) {
        jdbc.sql("SELECT 1 FROM orders WHERE order_id = ? FOR UPDATE")
                .param(orderId)
                .query(Integer.class)
                .optional();
        return orders.find(orderId).filter(order -> order.status().isCaptured()).map(this::refundable);
    }

    private Refundable refundable(Order order) {
        var items = jdbc.sql("SELECT seat_id, price, fee, status, refund_id FROM order_items WHERE order_id = ?"
                        + " ORDER BY seat_id FOR UPDATE")
                .param(order.id())
                .query((row, _) -> new Refundable.Item(
                        row.getObject("seat_id", UUID.class),
                        row.getBigDecimal("price"),
                        row.getBigDecimal("fee"),
                        ItemStatus.valueOf(row.getString("status")),
                        row.getObject("refund_id", UUID.class)))
                .list();
        return jdbc.sql("SELECT coalesce(sum(gross_tickets), 0.00) AS gross_tickets,"
                        + " coalesce(sum(gross_fees), 0.00) AS gross_fees,"
                        + " coalesce(sum(gross_tickets) FILTER (WHERE NOT include_fees), 0.00) AS without_fees,"
                        + " coalesce(sum(net_tickets), 0.00) AS net_tickets,"
                        + " coalesce(sum(net_fees), 0.00) AS net_fees, coalesce(sum(tax), 0.00) AS tax"
                        + " FROM refunds WHERE order_id = ? AND status <> 'FAILED'")
                .param(order.id())
                .query((row, _) -> new Refundable(
                        order.charge(),
                        items,
                        row.getBigDecimal("gross_tickets"),
                        row.getBigDecimal("gross_fees"),
                        order.charge().taxIncluded() ? BigDecimal.ZERO : row.getBigDecimal("without_fees"),
                        new Parts(
                                row.getBigDecimal("net_tickets"),
                                row.getBigDecimal("net_fees"),
                                row.getBigDecimal("tax"))))
                .single();
    }

    /** Whether it was this caller that placed it. */
    boolean place(NewRefund refund, Give give) {
        boolean placed = jdbc.sql(PLACE)
                        .param("refund", refund.id())
                        .param("order", refund.orderId())
                        .param("cause", refund.cause().wire())
                        .param("amount", give.amount())
                        .param("grossTickets", give.grossTickets())
                        .param("grossFees", give.grossFees())
                        .param("netTickets", give.parts().tickets())
                        .param("netFees", give.parts().fees())
                        .param("tax", give.parts().tax())
                        .param("includeFees", refund.includeFees())
                        .param("force", refund.force())
                        .param("reason", refund.reason())
                        .param("requestedBy", refund.requestedBy())
                        .param("lease", lease)
                        .update()
                == 1;
        if (placed
                && !give.seatIds().isEmpty()
                && claim(refund, give.seatIds()) != give.seatIds().size()) {
            throw new IllegalStateException("items of order " + refund.orderId() + " changed under their lock");
        }
        return placed;
    }

    private int claim(NewRefund refund, List<UUID> seatIds) {
        return jdbc.sql(CLAIM_ITEMS)
                .param("refund", refund.id())
                .param("order", refund.orderId())
                .param("seats", seatIds)
                .update();
    }
}
