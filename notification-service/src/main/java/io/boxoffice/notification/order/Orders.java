package io.boxoffice.notification.order;

import io.boxoffice.notification.sql.Sql;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Confirmed orders and the seats that are left of them. Seats only ever go, so that hearing it twice changes nothing. */
@Repository
public class Orders {
    private static final String GIVE_BACK = Sql.of("order/give-back");
    private static final String SELL_ON = Sql.of("order/sell-on");

    private final JdbcClient jdbc;

    Orders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a confirmed order; false when it is known already. */
    public boolean add(UUID orderId, UUID eventId, UUID userId, Collection<UUID> seats) {
        return jdbc.sql("INSERT INTO orders (order_id, event_id, user_id, paid_seats, held_seats)"
                                + " VALUES (:order_id, :event_id, :user_id, CAST(:seats AS uuid[]), CAST(:seats AS uuid[]))"
                                + " ON CONFLICT DO NOTHING")
                        .param("order_id", orderId)
                        .param("event_id", eventId)
                        .param("user_id", userId)
                        .param("seats", Sql.array(seats))
                        .update()
                == 1;
    }

    /** These seats were sold on by {@code sellerId} to the buyer of {@code orderId}. */
    public void soldOn(UUID orderId, UUID eventId, UUID sellerId, Collection<UUID> seats) {
        jdbc.sql(SELL_ON)
                .param("order_id", orderId)
                .param("event_id", eventId)
                .param("seller_id", sellerId)
                .param("seats", Sql.array(seats))
                .update();
    }

    /** These seats of the order went back, and their money. */
    public void givenBack(UUID orderId, Collection<UUID> seats) {
        giveBack(orderId, Sql.array(seats));
    }

    /** All of the order went back. */
    public void ended(UUID orderId) {
        giveBack(orderId, null);
    }

    private void giveBack(UUID orderId, @Nullable String seats) {
        jdbc.sql(GIVE_BACK).param("order_id", orderId).param("seats", seats).update();
    }

    /** Whether some of the order's money is still with us, or was when we last heard. */
    public boolean isPaid(UUID orderId) {
        return has("paid_seats", orderId);
    }

    /** Whether some of the order's seats are still its buyer's. */
    public boolean isHeld(UUID orderId) {
        return has("held_seats", orderId);
    }

    private boolean has(String seats, UUID orderId) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM orders WHERE order_id = ? AND cardinality(" + seats + ") > 0)")
                .param(orderId)
                .query(Boolean.class)
                .single();
    }
}
