package io.boxoffice.inventory.resale;

import io.boxoffice.inventory.shard.Shard;
import io.boxoffice.inventory.shard.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The statements of one ticket's sale to another fan. */
@Repository
class ResaleRepository {
    private static final String FIND =
            "SELECT t.ticket_id, t.event_id, t.order_id, t.holder, t.seat_id, t.section, t.\"row\","
                    + " t.seat_number, h.price, e.currency, t.status, t.generation, t.lock_kind, t.lock_ref"
                    + " FROM tickets t JOIN hold_seats h ON h.hold_id = t.hold_id AND h.seat_id = t.seat_id"
                    + " JOIN shard_events e ON e.event_id = t.event_id WHERE t.ticket_id = ? AND t.event_id = ?";
    private static final String LIST = Sql.named("resale/lock-listed.sql");
    private static final String CHECKOUT = Sql.named("resale/lock-checkout.sql");
    private static final String UNLOCK = Sql.named("resale/unlock.sql");
    private static final String REASSIGN = Sql.named("resale/reassign.sql");

    /** How much of a fan's limit is taken. */
    record Usage(int limit, int used) {}

    private record Checkout(int counted, int locked) {}

    Optional<OneTicket> find(Shard shard, UUID event, UUID ticket) {
        return read(shard, FIND, event, ticket);
    }

    /** The same, locked until the transaction ends. */
    Optional<OneTicket> lock(Shard shard, UUID event, UUID ticket) {
        return read(shard, FIND + " FOR UPDATE OF t", event, ticket);
    }

    boolean list(Shard shard, OneTicket ticket, UUID listing) {
        return statement(shard, LIST, ticket)
                        .param("ref", listing)
                        .param("holder", ticket.holder())
                        .update()
                == 1;
    }

    /** Whether the buyer's limit had room; the caller has the ticket locked and has seen it listed. */
    boolean checkout(Shard shard, OneTicket ticket, ResaleTickets.Buying buying) {
        var done = statement(shard, CHECKOUT, ticket)
                .param("ref", buying.order())
                .param("from_ref", buying.listing())
                .param("buyer", buying.buyer())
                .param("limit_key", buying.limitKey())
                .query((row, _) -> new Checkout(row.getInt("counted"), row.getInt("locked")))
                .single();
        if (done.counted() != done.locked()) {
            throw new IllegalStateException("ticket " + ticket.ticketId() + " was not locked as seen");
        }
        return done.locked() == 1;
    }

    void unlock(Shard shard, OneTicket ticket, OneTicket.LockKind kind, UUID ref, @Nullable UUID toRef) {
        statement(shard, UNLOCK, ticket)
                .param("kind", kind.name())
                .param("ref", ref)
                .param("to_ref", toRef)
                .update();
    }

    boolean reassign(Shard shard, OneTicket ticket, UUID order, UUID buyer) {
        return statement(shard, REASSIGN, ticket)
                        .param("ref", order)
                        .param("buyer", buyer)
                        .update()
                == 1;
    }

    boolean wasGiven(Shard shard, UUID ticket, UUID order, UUID buyer) {
        return shard.jdbc()
                .sql("SELECT EXISTS (SELECT FROM ticket_transfers WHERE ticket_id = ? AND order_id = ? AND holder = ?)")
                .params(ticket, order, buyer)
                .query(Boolean.class)
                .single();
    }

    Usage usage(Shard shard, UUID event, String limitKey) {
        return shard.jdbc()
                .sql("SELECT e.ticket_limit, coalesce(f.held + f.bought, 0) AS used FROM shard_events e"
                        + " LEFT JOIN fan_limits f ON f.event_id = e.event_id AND f.limit_key = ? WHERE e.event_id = ?")
                .params(limitKey, event)
                .query((row, _) -> new Usage(row.getInt("ticket_limit"), row.getInt("used")))
                .single();
    }

    private static JdbcClient.StatementSpec statement(Shard shard, String sql, OneTicket ticket) {
        return shard.jdbc().sql(sql).param("ticket_id", ticket.ticketId()).param("event_id", ticket.eventId());
    }

    private static Optional<OneTicket> read(Shard shard, String sql, UUID event, UUID ticket) {
        return shard.jdbc()
                .sql(sql)
                .params(ticket, event)
                .query((row, _) -> ticket(row))
                .optional();
    }

    private static OneTicket ticket(ResultSet row) throws SQLException {
        return new OneTicket(
                Sql.uuid(row, "ticket_id"),
                Sql.uuid(row, "event_id"),
                Sql.uuid(row, "order_id"),
                Sql.uuid(row, "holder"),
                Sql.uuid(row, "seat_id"),
                row.getString("section"),
                row.getString("row"),
                row.getString("seat_number"),
                row.getBigDecimal("price"),
                row.getString("currency"),
                OneTicket.Status.valueOf(row.getString("status")),
                row.getInt("generation"),
                OneTicket.LockKind.valueOf(row.getString("lock_kind")),
                Sql.uuidOrNull(row, "lock_ref"));
    }
}
