package io.boxoffice.inventory.hold;

import io.boxoffice.inventory.shard.Shard;
import io.boxoffice.inventory.shard.Sql;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The rules of an event's sale, as its shard has them. */
@Repository
class Sales {

    /** @param opensAt unknown while the sale rests */
    record Sale(boolean open, boolean cancelled, @Nullable Instant opensAt, boolean tokenNeeded, int limit) {}

    Optional<Sale> of(Shard shard, UUID event) {
        return shard.jdbc()
                .sql("SELECT on_sale_date, on_sale_date <= clock_timestamp() AND sale_state = 'ON' AS open, sale_state,"
                        + " waiting_room_mode, ticket_limit FROM shard_events WHERE event_id = ?")
                .param(event)
                .query((row, _) -> new Sale(
                        row.getBoolean("open"),
                        "CANCELLED".equals(row.getString("sale_state")),
                        "ON".equals(row.getString("sale_state")) ? Sql.instant(row, "on_sale_date") : null,
                        !"OFF".equals(row.getString("waiting_room_mode")),
                        row.getInt("ticket_limit")))
                .optional();
    }

    /** How many tickets the limit counts already. */
    int used(Shard shard, UUID event, String limitKey) {
        return shard.jdbc()
                .sql("SELECT held + bought FROM fan_limits WHERE event_id = ? AND limit_key = ?")
                .params(event, limitKey)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }
}
