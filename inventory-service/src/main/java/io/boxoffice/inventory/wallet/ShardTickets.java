package io.boxoffice.inventory.wallet;

import io.boxoffice.inventory.shard.Shard;
import io.boxoffice.inventory.shard.Sql;
import io.boxoffice.inventory.ticket.Ticket;
import io.boxoffice.inventory.ticket.Tickets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** Tickets as their shard has them now. */
@Repository
class ShardTickets {
    private static final String SELECT =
            "SELECT t.ticket_id, t.event_id, e.name AS event_name, e.event_date, t.order_id,"
                    + " t.section, t.\"row\", t.seat_number, t.generation, t.holder, t.held_since, t.version, "
                    + Tickets.SEEN_STATUS + " AS status FROM tickets t JOIN shard_events e ON e.event_id = t.event_id"
                    + " WHERE t.ticket_id = ANY (CAST(? AS uuid[]))";

    List<Entry> find(Shard shard, Collection<UUID> tickets) {
        return shard.jdbc()
                .sql(SELECT)
                .param(Sql.array(tickets))
                .query((row, _) -> entry(row))
                .list();
    }

    /** Of a row that has these columns, in a shard or in the directory. */
    static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                new HeldTicket(
                        Sql.uuid(row, "ticket_id"),
                        Sql.uuid(row, "event_id"),
                        row.getString("event_name"),
                        Sql.instant(row, "event_date"),
                        Sql.uuid(row, "order_id"),
                        row.getString("section"),
                        row.getString("row"),
                        row.getString("seat_number"),
                        Ticket.Status.valueOf(row.getString("status")),
                        row.getInt("generation")),
                Sql.uuid(row, "holder"),
                Sql.instant(row, "held_since"),
                row.getInt("version"));
    }
}
