package io.boxoffice.payment.order;

import io.boxoffice.payment.sql.Sql;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The guarded statements on orders, and the leases of those who work on them. */
@Component
public class OrderMoves {
    private static final String PLACE = Sql.of("order/place-order");
    private static final String MOVE = Sql.of("order/move-order");
    private static final String STUCK = Sql.of("order/mark-stuck");
    private static final String CLAIM_DUE = Sql.of("order/claim-due");
    private static final List<String> COLUMNS = List.of(
            "status",
            "fence",
            "seller",
            "seats",
            "fees",
            "tax",
            "ticketFees",
            "total",
            "intent",
            "endingStatus",
            "holdOutcome",
            "cancelIntent",
            "cause",
            "declineCode",
            "ticketLimit");

    private final JdbcClient jdbc;
    private final double lease;

    OrderMoves(JdbcClient jdbc, OrderProperties properties) {
        this.jdbc = jdbc;
        this.lease = properties.lease().toMillis() / 1000.0;
    }

    boolean place(NewOrder order, UUID orderId) {
        return jdbc.sql(PLACE)
                        .param("order", orderId)
                        .param("kind", order.kind().name())
                        .param("user", order.userId())
                        .param("event", order.eventId())
                        .param("hold", order.holdId())
                        .param("session", order.sessionId())
                        .param("paymentMethod", order.paymentMethod())
                        .param("expectedTotal", order.expectedTotal())
                        .param("currency", order.currency())
                        .param("email", order.email())
                        .param("lease", lease)
                        .update()
                == 1;
    }

    boolean make(Order order, Move move) {
        var params = new HashMap<String, @Nullable Object>();
        COLUMNS.forEach(column -> params.put(column, null));
        params.putAll(move.columns());
        params.put("order", order.id());
        params.put("from", order.step().name());
        params.put("to", move.to().name());
        params.put("lease", lease);
        return jdbc.sql(MOVE).params(params).update() == 1;
    }

    boolean stuck(Order order) {
        return jdbc.sql(STUCK)
                        .param("order", order.id())
                        .param("from", order.step().name())
                        .update()
                == 1;
    }

    /** Takes the lease of an unfinished order that nobody works on. */
    public boolean claim(UUID orderId) {
        return jdbc.sql("UPDATE orders SET worked_until = clock_timestamp() + make_interval(secs => ?)"
                                + " WHERE order_id = ? AND step <> 'ENDED' AND worked_until < clock_timestamp()")
                        .params(lease, orderId)
                        .update()
                == 1;
    }

    /** Takes the leases of orders that nobody has worked on since {@code before}. */
    public List<UUID> claimDue(Instant before, Duration captureAfter, int batch) {
        return jdbc.sql(CLAIM_DUE)
                .param("lease", lease)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("captureAfter", captureAfter.toMillis() / 1000.0)
                .param("batch", batch)
                .query((row, _) -> row.getObject("order_id", UUID.class))
                .list();
    }

    /** Gives the lease back: nobody works on the order until the next round, or until something is heard. */
    public void release(Order order) {
        jdbc.sql("UPDATE orders SET worked_until = clock_timestamp() WHERE order_id = ? AND step = ?")
                .params(order.id(), order.step().name())
                .update();
    }

    /** The database's clock, which all leases go by. */
    public Instant now() {
        return jdbc.sql("SELECT clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
