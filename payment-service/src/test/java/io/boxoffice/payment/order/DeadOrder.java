package io.boxoffice.payment.order;

import io.boxoffice.common.Ids;
import io.boxoffice.payment.remote.InventoryDouble;
import io.boxoffice.payment.remote.ResaleDouble;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** An order as a process that died left it: its lease has lapsed. */
final class DeadOrder {
    private static final JsonMapper JSON = JsonMapper.shared();
    static final long CENTS = 110_500;

    final UUID id = Ids.next();
    private final JdbcClient jdbc;
    private final List<Map<String, Object>> seats;

    private DeadOrder(JdbcClient jdbc, List<Map<String, Object>> seats) {
        this.jdbc = jdbc;
        this.seats = seats;
    }

    static DeadOrder of(JdbcClient jdbc, InventoryDouble.Hold hold, String method) {
        return placed(jdbc, OrderKind.PRIMARY, hold.userId, hold.eventId, hold.id, "1105.00", method, hold.seats)
                .with("tax = 176.43, fees = '[{\"name\":\"ticket_fees\",\"amount\":103.00},"
                        + "{\"name\":\"order_fee\",\"amount\":2.00}]'");
    }

    static DeadOrder of(JdbcClient jdbc, ResaleDouble.Listing listing, UUID buyer, String method) {
        return placed(jdbc, OrderKind.RESALE, buyer, listing.eventId, listing.id, "300.00", method, listing.seats);
    }

    private static DeadOrder placed(
            JdbcClient jdbc,
            OrderKind kind,
            UUID user,
            UUID event,
            UUID hold,
            String total,
            String method,
            List<Map<String, Object>> seats) {
        var order = new DeadOrder(jdbc, seats);
        jdbc.sql(
                        "INSERT INTO orders (order_id, kind, user_id, event_id, hold_id, status, step, payment_method, expected_total,"
                                + " total_amount, currency, worked_until)"
                                + " VALUES (?, ?, ?, ?, ?, 'PENDING', 'PLACED', ?, ?::numeric, ?::numeric, 'EUR', clock_timestamp() + interval '1 hour')")
                .params(order.id, kind.name(), user, event, hold, method, total, total)
                .update();
        return order;
    }

    DeadOrder with(String assignments, Object... values) {
        var params = new Object[values.length + 1];
        System.arraycopy(values, 0, params, 0, values.length);
        params[values.length] = id;
        jdbc.sql("UPDATE orders SET " + assignments + " WHERE order_id = ?")
                .params(params)
                .update();
        return this;
    }

    DeadOrder at(Step step) {
        return with("step = ?", step.name());
    }

    DeadOrder locked(long fence) {
        return at(Step.LOCKED).with("fence = ?, seats = ?::jsonb", fence, JSON.writeValueAsString(seats));
    }

    DeadOrder aged(int minutes) {
        return with("created_at = created_at - make_interval(mins => ?)", minutes);
    }

    /** From here on anybody may find it. */
    UUID left() {
        with("worked_until = clock_timestamp() - interval '1 second'");
        return id;
    }
}
