package io.boxoffice.inventory.move;

import io.boxoffice.inventory.shard.ShardRegister;
import io.boxoffice.inventory.shard.Shards;
import io.boxoffice.inventory.shard.Sql;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks at shards for operators. */
@Component
class ShardViews {
    private final JdbcClient directory;
    private final Shards shards;
    private final Moves moves;

    ShardViews(JdbcClient directory, Shards shards, Moves moves) {
        this.directory = directory;
        this.shards = shards;
        this.moves = moves;
    }

    private record Figures(ShardView.Seats seats, double lag) {}

    ShardView of(ShardRegister.Entry entry) {
        var standing = shards.standing(entry.name());
        var figures = standing.ready() ? figures(entry) : Optional.<Figures>empty();
        return new ShardView(
                entry.name(),
                entry.state(),
                standing.ready(),
                standing.schemaVersion(),
                standing.schemaError(),
                entry.dedicated(),
                entry.events(),
                new ShardView.Pool(standing.active(), standing.idle(), standing.waiting()),
                figures.map(Figures::seats).orElse(null),
                figures.map(Figures::lag).orElse(null),
                moves.underWay(entry.name()).map(ShardViews::onItsWay).orElse(null));
    }

    private static ShardView.OnItsWay onItsWay(Move move) {
        return new ShardView.OnItsWay(move.moveId(), move.eventId(), move.from(), move.to(), move.state());
    }

    private Optional<Figures> figures(ShardRegister.Entry entry) {
        try {
            var jdbc = shards.get(entry.name()).jdbc();
            return Optional.of(new Figures(seats(jdbc, events(entry.name())), lag(jdbc)));
        } catch (DataAccessException _) {
            return Optional.empty();
        }
    }

    private List<UUID> events(String shard) {
        return directory
                .sql("SELECT event_id FROM events WHERE shard = ?")
                .param(shard)
                .query((row, _) -> Sql.uuid(row, "event_id"))
                .list();
    }

    /** Copies that are on their way here do not count. */
    private static ShardView.Seats seats(JdbcClient shard, List<UUID> events) {
        return shard.sql("SELECT count(*) FILTER (WHERE status = 'AVAILABLE' AND NOT not_for_sale) AS available,"
                        + " count(*) FILTER (WHERE status = 'RESERVED') AS reserved,"
                        + " count(*) FILTER (WHERE status = 'PURCHASED') AS purchased"
                        + " FROM seats WHERE event_id = ANY (CAST(? AS uuid[]))")
                .param(Sql.array(events))
                .query((row, _) -> new ShardView.Seats(
                        row.getLong("available"), row.getLong("reserved"), row.getLong("purchased")))
                .single();
    }

    private static double lag(JdbcClient shard) {
        return shard.sql("SELECT coalesce(extract(epoch FROM clock_timestamp() - min(created_at)), 0) FROM outbox")
                .query(Double.class)
                .single();
    }
}
