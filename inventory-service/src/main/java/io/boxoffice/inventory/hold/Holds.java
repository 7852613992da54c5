package io.boxoffice.inventory.hold;

import io.boxoffice.inventory.shard.Shard;
import io.boxoffice.inventory.shard.Sql;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** Reads holds. */
@Repository
public class Holds {
    private static final String FIND =
            "SELECT hold_id, event_id, user_id, session_id, order_id, fence, currency, subtotal,"
                    + " expires_at, cause, status, status = 'ACTIVE' AND expires_at <= clock_timestamp() AS lapsed"
                    + " FROM holds WHERE hold_id = ? AND event_id = ?";

    /** The hold with its seats. */
    public Optional<Hold> find(Shard shard, UUID event, UUID hold) {
        return read(shard, FIND, event, hold);
    }

    /** The same, locked until the transaction ends. */
    public Optional<Hold> lock(Shard shard, UUID event, UUID hold) {
        return read(shard, FIND + " FOR UPDATE", event, hold);
    }

    private static Optional<Hold> read(Shard shard, String sql, UUID event, UUID hold) {
        var seats = seats(shard, hold);
        return shard.jdbc()
                .sql(sql)
                .params(hold, event)
                .query((row, _) -> {
                    boolean lapsed = row.getBoolean("lapsed");
                    return new Hold(
                            Sql.uuid(row, "hold_id"),
                            Sql.uuid(row, "event_id"),
                            Sql.uuid(row, "user_id"),
                            Sql.uuidOrNull(row, "session_id"),
                            Sql.uuidOrNull(row, "order_id"),
                            row.getLong("fence"),
                            lapsed ? HoldStatus.EXPIRED : HoldStatus.valueOf(row.getString("status")),
                            lapsed ? "expired" : row.getString("cause"),
                            row.getString("currency"),
                            row.getBigDecimal("subtotal"),
                            Sql.instant(row, "expires_at"),
                            seats);
                })
                .optional();
    }

    private static List<HeldSeat> seats(Shard shard, UUID hold) {
        return shard.jdbc()
                .sql("SELECT seat_id, section, \"row\", seat_number, price FROM hold_seats WHERE hold_id = ? ORDER BY"
                        + " section, \"row\", length(seat_number), seat_number")
                .param(hold)
                .query((row, _) -> new HeldSeat(
                        Sql.uuid(row, "seat_id"),
                        row.getString("section"),
                        row.getString("row"),
                        row.getString("seat_number"),
                        row.getBigDecimal("price")))
                .list();
    }
}
