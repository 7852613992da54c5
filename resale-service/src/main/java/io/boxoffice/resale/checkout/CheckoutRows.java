package io.boxoffice.resale.checkout;

import io.boxoffice.resale.sql.Sql;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The statements of checkouts. */
@Repository
public class CheckoutRows {
    private static final String OPEN = Sql.of("checkout/open");

    private final JdbcClient jdbc;

    CheckoutRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether this fan ever had the listing in checkout, so that the answer of an order may be waiting for them. */
    public boolean hasTried(UUID listing, UUID buyer) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM checkouts WHERE listing_id = ? AND buyer_id = ?)")
                .params(listing, buyer)
                .query(Boolean.class)
                .single();
    }

    /** Whether an order of the listing has ended without a sale. */
    public boolean isOver(UUID listing, UUID order) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM checkouts"
                        + " WHERE listing_id = ? AND order_id = ? AND status = 'RETURNED')")
                .params(listing, order)
                .query(Boolean.class)
                .single();
    }

    Optional<CheckoutRow> find(UUID order) {
        return jdbc.sql("SELECT * FROM checkouts WHERE order_id = ?")
                .param(order)
                .query((row, _) -> new CheckoutRow(
                        order,
                        Sql.uuid(row, "listing_id"),
                        Sql.uuid(row, "buyer_id"),
                        row.getLong("fence"),
                        CheckoutRow.Status.valueOf(row.getString("status")),
                        row.getString("cause"),
                        row.getObject("ticket_limit", Integer.class),
                        row.getObject("ticket_used", Integer.class)))
                .optional();
    }

    /** Whether it is the order's now. */
    boolean open(UUID listing, UUID order, UUID buyer) {
        return jdbc.sql(OPEN)
                .param("listing_id", listing)
                .param("order_id", order)
                .param("buyer_id", buyer)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** Notes why it will end without a sale. */
    void refuse(UUID order, String cause, @Nullable Integer limit, @Nullable Integer used) {
        jdbc.sql("UPDATE checkouts SET cause = ?, ticket_limit = ?, ticket_used = ?"
                        + " WHERE order_id = ? AND status = 'OPEN' AND cause IS NULL")
                .param(cause)
                .param(limit)
                .param(used)
                .param(order)
                .update();
    }

    void end(UUID order, CheckoutRow.Status status) {
        jdbc.sql("UPDATE checkouts SET status = ?, ended_at = clock_timestamp() WHERE order_id = ? AND status = 'OPEN'")
                .params(status.name(), order)
                .update();
    }
}
