package io.boxoffice.inventory.refund;

import io.boxoffice.inventory.shard.Shard;
import io.boxoffice.inventory.shard.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The statements of refunds. */
@Repository
class RefundRepository {
    private static final String LOCK = Sql.named("refund/lock-tickets.sql");
    private static final String REVOKE = Sql.named("refund/revoke-tickets.sql");
    private static final String FREE = Sql.named("refund/free-seats.sql");
    private static final String RESTORE = Sql.named("refund/restore-tickets.sql");

    /** A ticket of the order that is not revoked. */
    record Candidate(UUID ticketId, UUID seatId, boolean used, boolean taken) {}

    /** A ticket that died or came back. */
    record Changed(
            UUID ticketId,
            UUID orderId,
            UUID holder,
            UUID seatId,
            String section,
            String row,
            String seatNumber,
            int generation) {}

    /** A seat that can be had again. */
    record Freed(UUID seatId, String section, UUID holdId, UUID holder) {}

    /** Whether this refund was not known; a rival with the same id waits for our end. */
    boolean begin(Shard shard, Refund refund, Refund.Status status) {
        return shard.jdbc()
                        .sql("INSERT INTO ticket_refunds (refund_id, event_id, order_id, status) VALUES (?, ?, ?, ?)"
                                + " ON CONFLICT DO NOTHING")
                        .params(refund.refundId(), refund.eventId(), refund.orderId(), status.name())
                        .update()
                == 1;
    }

    /** How far it came, locked until the transaction ends. */
    Optional<Refund.Progress> lock(Shard shard, Refund refund) {
        return shard.jdbc()
                .sql("SELECT status, revoked, freed, restored FROM ticket_refunds"
                        + " WHERE refund_id = ? AND event_id = ? AND order_id = ? FOR UPDATE")
                .params(refund.refundId(), refund.eventId(), refund.orderId())
                .query((row, _) -> new Refund.Progress(
                        Refund.Status.valueOf(row.getString("status")),
                        row.getInt("revoked"),
                        row.getInt("freed"),
                        row.getInt("restored")))
                .optional();
    }

    void advance(Shard shard, Refund refund, Refund.Progress to) {
        shard.jdbc()
                .sql(
                        "UPDATE ticket_refunds SET status = :status, revoked = :revoked, freed = :freed, restored = :restored,"
                                + " ended_at = CASE WHEN :status IN ('FREED', 'RESTORED') THEN clock_timestamp() END"
                                + " WHERE refund_id = :refund_id")
                .param("status", to.status().name())
                .param("revoked", to.revoked())
                .param("freed", to.freed())
                .param("restored", to.restored())
                .param("refund_id", refund.refundId())
                .update();
    }

    List<Refund.Item> items(Shard shard, Refund refund) {
        return shard.jdbc()
                .sql("SELECT ticket_id, seat_id FROM ticket_refund_items WHERE refund_id = ? ORDER BY ticket_id")
                .param(refund.refundId())
                .query((row, _) -> new Refund.Item(Sql.uuid(row, "ticket_id"), Sql.uuid(row, "seat_id")))
                .list();
    }

    /** The order's tickets, locked until the transaction ends. */
    List<Candidate> candidates(Shard shard, Refund refund) {
        return shard.jdbc()
                .sql("SELECT ticket_id, seat_id, status = 'USED' AS used,"
                        + " lock_kind NOT IN ('NONE', 'LISTED', 'TRANSFER') AS taken"
                        + " FROM tickets WHERE event_id = ? AND order_id = ? AND status <> 'REVOKED'"
                        + " ORDER BY ticket_id FOR UPDATE")
                .params(refund.eventId(), refund.orderId())
                .query((row, _) -> new Candidate(
                        Sql.uuid(row, "ticket_id"),
                        Sql.uuid(row, "seat_id"),
                        row.getBoolean("used"),
                        row.getBoolean("taken")))
                .list();
    }

    void lockTickets(Shard shard, Refund refund, List<Candidate> chosen, boolean force) {
        int locked = statement(shard, LOCK, refund)
                .param("event_id", refund.eventId())
                .param("order_id", refund.orderId())
                .param(
                        "ticket_ids",
                        Sql.array(chosen.stream().map(Candidate::ticketId).toList()))
                .param("force", force)
                .update();
        if (locked != chosen.size()) {
            throw new IllegalStateException("tickets of order " + refund.orderId() + " were not locked as seen");
        }
    }

    List<Changed> revoke(Shard shard, Refund refund, RefundCause cause) {
        return statement(shard, REVOKE, refund)
                .param("cause", cause.word())
                .query((row, _) -> changed(row))
                .list();
    }

    List<Freed> free(Shard shard, Refund refund, RefundCause cause) {
        return statement(shard, FREE, refund)
                .param("cause", cause.word())
                .param("order_id", refund.orderId())
                .query((row, _) -> new Freed(
                        Sql.uuid(row, "seat_id"),
                        row.getString("section"),
                        Sql.uuid(row, "hold_id"),
                        Sql.uuid(row, "holder")))
                .list();
    }

    /** @param reborn came back with a new generation, rather than only being let go */
    record Restored(Changed ticket, boolean reborn) {}

    List<Restored> restore(Shard shard, Refund refund) {
        return statement(shard, RESTORE, refund)
                .query((row, _) -> new Restored(changed(row), row.getBoolean("reborn")))
                .list();
    }

    private static JdbcClient.StatementSpec statement(Shard shard, String sql, Refund refund) {
        return shard.jdbc().sql(sql).param("refund_id", refund.refundId());
    }

    private static Changed changed(ResultSet row) throws SQLException {
        return new Changed(
                Sql.uuid(row, "ticket_id"),
                Sql.uuid(row, "order_id"),
                Sql.uuid(row, "holder"),
                Sql.uuid(row, "seat_id"),
                row.getString("section"),
                row.getString("row"),
                row.getString("seat_number"),
                row.getInt("generation"));
    }
}
