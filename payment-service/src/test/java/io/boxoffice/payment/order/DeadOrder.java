package io.boxoffice.payment.order;

import io.boxoffice.common.Ids;
import io.boxoffice.payment.remote.InventoryDouble;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** An order as a process that died left it: its lease has lapsed. */
final class DeadOrder {
    private static final JsonMapper JSON = JsonMapper.shared();
    static final long CENTS = 110_500;

    final UUID id = Ids.next();
    private final JdbcClient jdbc;
    private final InventoryDouble.Hold hold;

    private DeadOrder(JdbcClient jdbc, InventoryDouble.Hold hold) {
        this.jdbc = jdbc;
        this.hold = hold;
    }

    static DeadOrder of(JdbcClient jdbc, InventoryDouble.Hold hold, String method) {
        var order = new DeadOrder(jdbc, hold);
        jdbc.sql(
                        "INSERT INTO orders (order_id, user_id, event_id, hold_id, status, step, payment_method, expected_total,"
                                + " total_amount, currency, worked_until)"
                                + " VALUES (?, ?, ?, ?, 'PENDING', 'PLACED', ?, 1105.00, 1105.00, 'EUR', clock_timestamp() + interval '1 hour')")
                .params(order.id, hold.userId, hold.eventId, hold.id, method)
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
        return at(Step.LOCKED)
                .with("fence = ?, seats = ?::jsonb, tax = 176.43", fence, JSON.writeValueAsString(hold.seats))
                .with("fees = '[{\"name\":\"ticket_fees\",\"amount\":103.00},"
                        + "{\"name\":\"order_fee\",\"amount\":2.00}]'");
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
