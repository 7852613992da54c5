package io.boxoffice.payment.receipt;

import io.boxoffice.payment.event.EventPolicies;
import io.boxoffice.payment.order.Order;
import io.boxoffice.payment.order.OrderRefusals;
import io.boxoffice.payment.refund.Refunds;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Receipts of orders that were paid; each order's number is given once. */
@Component
class Receipts {
    private final JdbcClient jdbc;
    private final EventPolicies policies;
    private final Refunds refunds;

    Receipts(JdbcClient jdbc, EventPolicies policies, Refunds refunds) {
        this.jdbc = jdbc;
        this.policies = policies;
        this.refunds = refunds;
    }

    private record Issued(long number, Instant at) {}

    /**
     * The receipt of an order.
     *
     * @throws io.boxoffice.common.web.ProblemException 409 {@code order-not-captured}
     */
    Receipt of(Order order) {
        if (!order.status().isCaptured()) {
            throw OrderRefusals.notCaptured(order.status());
        }
        var issued = issue(order);
        return new Receipt(
                "BX-%d-%06d".formatted(issued.at().atOffset(ZoneOffset.UTC).getYear(), issued.number()),
                issued.at(),
                policies.nameOf(order.eventId()).orElse("Event " + order.eventId()),
                order,
                refunds.paidBack(order.id()));
    }

    private Issued issue(Order order) {
        jdbc.sql("INSERT INTO receipts (order_id) VALUES (?) ON CONFLICT DO NOTHING")
                .param(order.id())
                .update();
        return jdbc.sql("SELECT number, issued_at FROM receipts WHERE order_id = ?")
                .param(order.id())
                .query((row, _) -> new Issued(
                        row.getLong("number"),
                        row.getObject("issued_at", OffsetDateTime.class).toInstant()))
                .single();
    }
}
