package io.boxoffice.inventory.ticket;

import io.boxoffice.inventory.shard.Shard;
import io.boxoffice.inventory.shard.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** Reads tickets. */
@Repository
public class Tickets {
    /** A ticket's status as its holder sees it, of a row of {@code tickets t}. */
    public static final String SEEN_STATUS =
            "CASE WHEN t.status = 'VALID' AND t.lock_kind IN ('LISTED', 'RESALE_CHECKOUT') THEN 'LISTED'"
                    + " WHEN t.status = 'VALID' AND t.lock_kind = 'TRANSFER' THEN 'TRANSFER_PENDING' ELSE t.status END";

    private static final String SELECT =
            "SELECT t.ticket_id, t.event_id, t.order_id, t.section, t.\"row\", t.seat_number, t.generation, "
                    + SEEN_STATUS + " AS status FROM tickets t WHERE t.event_id = ?";

    /** Those of this fan at one event. */
    List<Ticket> heldBy(Shard shard, UUID event, UUID holder) {
        return shard.jdbc()
                .sql(SELECT + " AND t.holder = ? ORDER BY t.ticket_id")
                .params(event, holder)
                .query((row, _) -> ticket(row))
                .list();
    }

    /** Those of one order, whoever holds them. */
    public List<Ticket> ofOrder(Shard shard, UUID event, UUID order) {
        return shard.jdbc()
                .sql(SELECT + " AND t.order_id = ? ORDER BY t.ticket_id")
                .params(event, order)
                .query((row, _) -> ticket(row))
                .list();
    }

    /** Those of one order that this fan holds. */
    public List<Ticket> ofOrder(Shard shard, UUID event, UUID order, UUID holder) {
        return shard.jdbc()
                .sql(SELECT + " AND t.order_id = ? AND t.holder = ? ORDER BY t.ticket_id")
                .params(event, order, holder)
                .query((row, _) -> ticket(row))
                .list();
    }

    Optional<Ticket> held(Shard shard, UUID event, UUID ticket, UUID holder) {
        return shard.jdbc()
                .sql(SELECT + " AND t.ticket_id = ? AND t.holder = ?")
                .params(event, ticket, holder)
                .query((row, _) -> ticket(row))
                .optional();
    }

    /** The tickets' event. */
    public Show show(Shard shard, UUID event) {
        return shard.jdbc()
                .sql("SELECT name, event_date, time_zone, paper_tickets FROM shard_events WHERE event_id = ?")
                .param(event)
                .query((row, _) -> new Show(
                        row.getString("name"),
                        Sql.instant(row, "event_date"),
                        row.getString("time_zone"),
                        row.getBoolean("paper_tickets")))
                .single();
    }

    private static Ticket ticket(ResultSet row) throws SQLException {
        return new Ticket(
                Sql.uuid(row, "ticket_id"),
                Sql.uuid(row, "event_id"),
                Sql.uuid(row, "order_id"),
                row.getString("section"),
                row.getString("row"),
                row.getString("seat_number"),
                Ticket.Status.valueOf(row.getString("status")),
                row.getInt("generation"));
    }
}
