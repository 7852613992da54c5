package io.boxoffice.payment.order;

import io.boxoffice.payment.hold.HoldOutcome;
import io.boxoffice.payment.hold.TicketLimit;
import io.boxoffice.payment.pricing.Fee;
import io.boxoffice.payment.pricing.Seat;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads orders. */
@Component
public class OrderRows {
    private static final String SELECT = "SELECT *, seats::text AS seats_json, fees::text AS fees_json,"
            + " ticket_limit::text AS ticket_limit_json,"
            + " (SELECT jsonb_object_agg(seat_id, i.status) FROM order_items i WHERE i.order_id = orders.order_id)::text"
            + " AS items_json, extract(epoch FROM clock_timestamp() - created_at) AS age_seconds FROM orders ";
    private static final TypeReference<List<Seat>> SEATS = new TypeReference<>() {};
    private static final TypeReference<Map<UUID, ItemStatus>> ITEMS = new TypeReference<>() {};
    private static final TypeReference<List<Fee>> FEES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    OrderRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The order with this id. */
    public Optional<Order> find(UUID orderId) {
        return jdbc.sql(SELECT + "WHERE order_id = ?")
                .param(orderId)
                .query(this::order)
                .optional();
    }

    /** The order that must be there: it was written before, and orders are never deleted. */
    public Order get(UUID orderId) {
        return find(orderId).orElseThrow(() -> new IllegalStateException("no order " + orderId));
    }

    /** Whose intent this is. */
    public Optional<UUID> withIntent(String intent) {
        return jdbc.sql("SELECT order_id FROM orders WHERE payment_intent = ?")
                .param(intent)
                .query(UUID.class)
                .optional();
    }

    /** How many orders wait for an answer that does not come. */
    public int stuck() {
        return jdbc.sql("SELECT count(*) FROM orders WHERE status = 'STUCK'")
                .query(Integer.class)
                .single();
    }

    Optional<Order> liveOn(UUID holdId) {
        return jdbc.sql(SELECT + "WHERE hold_id = ? AND status NOT IN ('DECLINED', 'EXPIRED', 'VOIDED')")
                .param(holdId)
                .query(this::order)
                .optional();
    }

    /** How often the buyer's banks have refused what this order is for. */
    int declinesOf(Order order) {
        return jdbc.sql("SELECT count(*) FROM orders WHERE hold_id = ? AND user_id = ? AND status = 'DECLINED'")
                .params(order.holdId(), order.userId())
                .query(Integer.class)
                .single();
    }

    /** A fan's orders, newest first; ids sort by time. */
    List<Order> of(UUID userId, @Nullable UUID before, int limit) {
        return jdbc.sql(SELECT + "WHERE user_id = :user AND (:before::uuid IS NULL OR order_id < :before)"
                        + " ORDER BY order_id DESC LIMIT :limit")
                .param("user", userId)
                .param("before", before)
                .param("limit", limit)
                .query(this::order)
                .list();
    }

    private Order order(ResultSet row, int number) throws SQLException {
        return new Order(
                uuid(row, "order_id"),
                OrderKind.valueOf(row.getString("kind")),
                uuid(row, "user_id"),
                uuid(row, "event_id"),
                uuid(row, "hold_id"),
                row.getObject("seller_id", UUID.class),
                row.getObject("session_id", UUID.class),
                OrderStatus.valueOf(row.getString("status")),
                Step.valueOf(row.getString("step")),
                row.getString("payment_method"),
                row.getBigDecimal("expected_total"),
                row.getBigDecimal("total_amount"),
                row.getString("currency"),
                json.readValue(row.getString("seats_json"), SEATS),
                json.readValue(row.getString("fees_json"), FEES),
                row.getBigDecimal("tax"),
                row.getObject("fence", Long.class),
                row.getString("payment_intent"),
                ending(row),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                Duration.ofMillis((long) (row.getDouble("age_seconds") * 1000)),
                items(row.getString("items_json")));
    }

    private Map<UUID, ItemStatus> items(@Nullable String sold) {
        return sold == null ? Map.of() : json.readValue(sold, ITEMS);
    }

    private @Nullable Ending ending(ResultSet row) throws SQLException {
        var status = row.getString("ending_status");
        if (status == null) {
            return null;
        }
        var hold = row.getString("hold_outcome");
        var limit = row.getString("ticket_limit_json");
        return new Ending(
                OrderStatus.valueOf(status),
                row.getBoolean("cancel_intent"),
                hold == null ? null : HoldOutcome.valueOf(hold),
                row.getString("cause"),
                row.getString("decline_code"),
                limit == null ? null : json.readValue(limit, TicketLimit.class));
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }
}
