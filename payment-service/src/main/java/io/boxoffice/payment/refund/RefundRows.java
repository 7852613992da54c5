package io.boxoffice.payment.refund;

import io.boxoffice.payment.pricing.Parts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads refunds. */
@Component
class RefundRows {
    private static final String SELECT = "SELECT *, ARRAY(SELECT seat_id FROM refund_items i"
            + " WHERE i.refund_id = refunds.refund_id ORDER BY seat_id) AS seat_ids,"
            + " extract(epoch FROM clock_timestamp() - created_at) AS age_seconds FROM refunds ";

    private final JdbcClient jdbc;

    RefundRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Refund> find(UUID refundId) {
        return jdbc.sql(SELECT + "WHERE refund_id = ?")
                .param(refundId)
                .query((row, _) -> refund(row))
                .optional();
    }

    /** The refund that must be there: it was written before, and refunds are never deleted. */
    Refund get(UUID refundId) {
        return find(refundId).orElseThrow(() -> new IllegalStateException("no refund " + refundId));
    }

    /** An order's refunds, oldest first. */
    List<Refund> of(UUID orderId) {
        return jdbc.sql(SELECT + "WHERE order_id = ? ORDER BY created_at, refund_id")
                .param(orderId)
                .query((row, _) -> refund(row))
                .list();
    }

    /** Unfinished refunds of an order. */
    List<UUID> unfinishedOf(UUID orderId) {
        return jdbc.sql("SELECT refund_id FROM refunds WHERE order_id = ? AND step <> 'ENDED'")
                .param(orderId)
                .query((row, _) -> row.getObject("refund_id", UUID.class))
                .list();
    }

    /** How many refunds have been without an end for longer than this. */
    int unfinishedFor(Duration age) {
        return jdbc.sql("SELECT count(*) FROM refunds WHERE step <> 'ENDED'"
                        + " AND created_at < clock_timestamp() - make_interval(secs => ?)")
                .param((double) age.toSeconds())
                .query(Integer.class)
                .single();
    }

    private static Refund refund(ResultSet row) throws SQLException {
        var seats = (UUID[]) row.getArray("seat_ids").getArray();
        return new Refund(
                row.getObject("refund_id", UUID.class),
                row.getObject("order_id", UUID.class),
                RefundCause.of(row.getString("cause")),
                RefundStatus.valueOf(row.getString("status")),
                RefundStep.valueOf(row.getString("step")),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                new Parts(row.getBigDecimal("net_tickets"), row.getBigDecimal("net_fees"), row.getBigDecimal("tax")),
                Stream.of(seats).toList(),
                row.getBoolean("include_fees"),
                row.getBoolean("force"),
                row.getString("reason"),
                row.getBoolean("with_tickets"),
                row.getString("failure"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                Duration.ofMillis((long) (row.getDouble("age_seconds") * 1000)));
    }
}
