package io.boxoffice.inventory.checkout;

import io.boxoffice.common.Ids;
import io.boxoffice.inventory.hold.HeldSeat;
import io.boxoffice.inventory.hold.Hold;
import io.boxoffice.inventory.shard.Shard;
import io.boxoffice.inventory.shard.Sql;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** The statements of checkouts. */
@Repository
class CheckoutRepository {
    private static final String CHECKOUT = Sql.named("checkout/checkout.sql");
    private static final String CONFIRM = Sql.named("checkout/confirm.sql");
    private static final String RETURN = Sql.named("checkout/return-hold.sql");
    private static final String REVOKE = Sql.named("checkout/revoke.sql");

    enum Status {
        OPEN,
        CONFIRMED,
        RETURNED,
        RELEASED
    }

    /** An order's checkout. */
    record Row(UUID holdId, long fence, Status status) {}

    /** A ticket that died, and the seat it was for. */
    record Revoked(UUID ticketId, UUID seatId, String section, UUID holder, int generation, UUID holdId) {}

    Optional<Row> find(Shard shard, UUID event, UUID order) {
        return shard.jdbc()
                .sql("SELECT hold_id, fence, status FROM checkouts WHERE order_id = ? AND event_id = ?")
                .params(order, event)
                .query((row, _) -> new Row(
                        Sql.uuid(row, "hold_id"), row.getLong("fence"), Status.valueOf(row.getString("status"))))
                .optional();
    }

    /** The fence, unless the hold's time ran out. */
    Optional<Long> open(Shard shard, UUID event, UUID hold, UUID order) {
        return shard.jdbc()
                .sql(CHECKOUT)
                .param("event_id", event)
                .param("hold_id", hold)
                .param("order_id", order)
                .query(Long.class)
                .optional();
    }

    /** Sells the seats; the tickets' ids come in the order of the hold's seats. */
    List<UUID> confirm(Shard shard, Hold hold, UUID order, long fence) {
        var seats = hold.seats();
        var tickets = seats.stream().map(_ -> Ids.next()).toList();
        long issued = shard.jdbc()
                .sql(CONFIRM)
                .param("hold_id", hold.holdId())
                .param("event_id", hold.eventId())
                .param("order_id", order)
                .param("fence", fence)
                .param(
                        "seat_ids",
                        Sql.array(seats.stream().map(HeldSeat::seatId).toList()))
                .param("ticket_ids", Sql.array(tickets))
                .query(Long.class)
                .single();
        if (issued != seats.size()) {
            throw new IllegalStateException("hold " + hold.holdId() + " had lost its seats");
        }
        return tickets;
    }

    boolean giveBack(Shard shard, UUID hold, UUID order, long fence, Duration minLeft) {
        return shard.jdbc()
                        .sql(RETURN)
                        .param("hold_id", hold)
                        .param("order_id", order)
                        .param("fence", fence)
                        .param("min_left_seconds", minLeft.toMillis() / 1000.0)
                        .update()
                == 1;
    }

    void close(Shard shard, UUID order, Status status, String cause) {
        shard.jdbc()
                .sql("UPDATE checkouts SET status = ?, cause = ?, ended_at = clock_timestamp()"
                        + " WHERE order_id = ? AND status = 'OPEN'")
                .params(status.name(), cause, order)
                .update();
    }

    List<Revoked> revoke(Shard shard, UUID event, UUID order, String cause) {
        return shard.jdbc()
                .sql(REVOKE)
                .param("event_id", event)
                .param("order_id", order)
                .param("cause", cause)
                .query((row, _) -> new Revoked(
                        Sql.uuid(row, "ticket_id"),
                        Sql.uuid(row, "seat_id"),
                        row.getString("section"),
                        Sql.uuid(row, "holder"),
                        row.getInt("generation"),
                        Sql.uuid(row, "hold_id")))
                .list();
    }

    int revokedOf(Shard shard, UUID event, UUID order) {
        return shard.jdbc()
                .sql("SELECT count(*) FROM tickets WHERE event_id = ? AND order_id = ? AND status = 'REVOKED'")
                .params(event, order)
                .query(Integer.class)
                .single();
    }
}
