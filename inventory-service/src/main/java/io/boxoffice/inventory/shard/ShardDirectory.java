package io.boxoffice.inventory.shard;

import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
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

    /** The event's place: as it was decided before, else a free dedicated shard for a hot event, else the emptiest. */
    Place place(UUID event, boolean hot, Collection<String> shared, Collection<String> dedicated) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            jdbc.sql("SELECT pg_advisory_xact_lock(?)")
                    .param(PLACEMENT_LOCK)
                    .query((row, _) -> row)
                    .list();
            return placeOf(event).orElseGet(() -> decide(event, hot, shared, dedicated));
        }));
    }

    private Place decide(UUID event, boolean hot, Collection<String> shared, Collection<String> dedicated) {
        var chosen = (hot ? emptiest(dedicated, 1) : Optional.<String>empty())
                .or(() -> emptiest(shared, Integer.MAX_VALUE))
                .orElseGet(() -> emptiest(dedicated, Integer.MAX_VALUE).orElseThrow());
        jdbc.sql("INSERT INTO events (event_id, shard, hot) VALUES (?, ?, ?)")
                .params(event, chosen, hot)
                .update();
        return new Place(chosen, 1);
    }

    private Optional<String> emptiest(Collection<String> among, int below) {
        return jdbc.sql("SELECT s.shard FROM unnest(CAST(? AS text[])) WITH ORDINALITY AS s (shard, n)"
                        + " LEFT JOIN events e ON e.shard = s.shard GROUP BY s.shard, s.n"
                        + " HAVING count(e.event_id) < ? ORDER BY count(e.event_id), s.n LIMIT 1")
                .param(among.toArray(String[]::new))
                .param(below)
                .query(String.class)
                .optional();
    }
}
