package io.boxoffice.inventory.ticket;

import io.boxoffice.inventory.shard.Shard;
import io.boxoffice.inventory.shard.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** Reads tickets. */
@Repository
class Tickets {
    private static final String SELECT =
            "SELECT ticket_id, event_id, order_id, section, \"row\", seat_number, generation,"
                    + " CASE WHEN status = 'VALID' AND lock_kind IN ('LISTED', 'RESALE_CHECKOUT') THEN 'LISTED'"
                    + " WHEN status = 'VALID' AND lock_kind = 'TRANSFER' THEN 'TRANSFER_PENDING' ELSE status END AS status"
                    + " FROM tickets WHERE event_id = ?";

    List<Ticket> heldBy(Shard shard, UUID event, UUID holder) {
        return shard.jdbc()
                .sql(SELECT + " AND holder = ? ORDER BY ticket_id")
                .params(event, holder)
                .query((row, _) -> ticket(row))
                .list();
    }

    List<Ticket> ofOrder(Shard shard, UUID event, UUID order) {
        return shard.jdbc()
                .sql(SELECT + " AND order_id = ? ORDER BY ticket_id")
                .params(event, order)
                .query((row, _) -> ticket(row))
                .list();
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
