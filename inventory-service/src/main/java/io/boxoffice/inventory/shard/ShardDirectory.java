package io.boxoffice.inventory.shard;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The small database that remembers which shard has an event. */
@Repository
class ShardDirectory {
    /** One placement at a time, over all instances, so that each sees the counts that the one before left. */
    private static final long PLACEMENT_LOCK = 0x706c616365L;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    ShardDirectory(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
    }

    Optional<Place> placeOf(UUID event) {
        return jdbc.sql("SELECT shard, epoch FROM events WHERE event_id = ?")
                .param(event)
                .query((row, _) -> new Place(row.getString("shard"), row.getInt("epoch")))
                .optional();
    }

    /** Work that chooses a place for something, while nobody else does. */
    <T> T placing(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            jdbc.sql("SELECT pg_advisory_xact_lock(?)")
                    .param(PLACEMENT_LOCK)
                    .query((row, _) -> row)
                    .list();
            return work.get();
        }));
    }

    /** @throws DataAccessResourceFailureException when the shard takes no events any more */
    Place place(UUID event, String shard, boolean hot, Instant onSaleUntil) {
        int placed = jdbc.sql("INSERT INTO events (event_id, shard, hot, on_sale_until)"
                        + " SELECT :event, name, :hot, CAST(:until AS timestamptz) FROM shards"
                        + " WHERE name = :shard AND state = 'OPEN' FOR SHARE")
                .param("event", event)
                .param("hot", hot)
                .param("until", onSaleUntil.atOffset(ZoneOffset.UTC))
                .param("shard", shard)
                .update();
        if (placed == 0) {
            throw new DataAccessResourceFailureException("shard " + shard + " takes no events any more");
        }
        return new Place(shard, 1);
    }

    /** The emptiest of these, if it has fewer events on sale. */
    Optional<String> emptiest(Collection<String> among, int below) {
        return jdbc.sql("SELECT s.shard FROM unnest(CAST(? AS text[])) WITH ORDINALITY AS s (shard, n)"
                        + " LEFT JOIN events e ON e.shard = s.shard"
                        + " AND coalesce(e.on_sale_until > clock_timestamp(), true) GROUP BY s.shard, s.n"
                        + " HAVING count(e.event_id) < ? ORDER BY count(e.event_id), s.n LIMIT 1")
                .param(among.toArray(String[]::new))
                .param(below)
                .query(String.class)
                .optional();
    }

    void onSaleUntil(UUID event, Instant until) {
        jdbc.sql("UPDATE events SET on_sale_until = ? WHERE event_id = ?")
                .params(until.atOffset(ZoneOffset.UTC), event)
                .update();
    }
}
