package io.boxoffice.inventory.move;

import io.boxoffice.inventory.shard.Place;
import io.boxoffice.inventory.shard.Placement;
import io.boxoffice.inventory.shard.ShardRegister;
import io.boxoffice.inventory.shard.ShardRouter;
import io.boxoffice.inventory.shard.Shards;
import io.boxoffice.inventory.shard.Sql;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Empties shards that are to be drained: one event after the other, and in the end the shard is closed. */
@Component
class Drainage {
    private static final Logger log = LoggerFactory.getLogger(Drainage.class);

    /** The next one: those whose move failed lately come last, and not at once. */
    private static final String NEXT = """
            SELECT e.event_id, e.hot, e.epoch FROM events e
            LEFT JOIN LATERAL (SELECT ended_at FROM moves m WHERE m.event_id = e.event_id AND m.state = 'FAILED'
                               ORDER BY ended_at DESC LIMIT 1) failed ON true
            WHERE e.shard = ? AND coalesce(failed.ended_at < clock_timestamp() - interval '1 minute', true)
            ORDER BY failed.ended_at NULLS FIRST, e.created_at LIMIT 1""";

    private final JdbcClient directory;
    private final ShardRegister register;
    private final Shards shards;
    private final ShardRouter router;
    private final Placement placement;
    private final Moves moves;

    Drainage(
            JdbcClient directory,
            ShardRegister register,
            Shards shards,
            ShardRouter router,
            Placement placement,
            Moves moves) {
        this.directory = directory;
        this.register = register;
        this.shards = shards;
        this.router = router;
        this.placement = placement;
        this.moves = moves;
    }

    private record Event(UUID id, boolean hot, int epoch) {}

    /** Goes on with each shard that is drained, as far as it can now. */
    void goOn() {
        register.all().stream()
                .filter(entry -> entry.state() == ShardRegister.State.DRAINING)
                .forEach(entry -> {
                    try {
                        goOn(entry);
                    } catch (DataAccessException away) {
                        log.atWarn()
                                .addKeyValue("shard", entry.name())
                                .setCause(away)
                                .log("shard not drained yet");
                    }
                });
    }

    private void goOn(ShardRegister.Entry entry) {
        if (entry.events() == 0) {
            close(entry.name());
        } else if (moves.underWay(entry.name()).isEmpty()) {
            next(entry.name()).ifPresent(event -> send(event, entry.name()));
        }
    }

    private Optional<Event> next(String from) {
        return directory
                .sql(NEXT)
                .param(from)
                .query((row, _) -> new Event(Sql.uuid(row, "event_id"), row.getBoolean("hot"), row.getInt("epoch")))
                .optional();
    }

    private void send(Event event, String from) {
        var to = placement.elsewhere(event.id(), event.hot(), from);
        if (to.isEmpty()) {
            log.atWarn().addKeyValue("shard", from).log("no other shard takes events");
        } else if (hasSeats(event, from)) {
            moves.begin(event.id(), new Place(from, event.epoch()), to.get());
        } else if (relocated(event, from, to.get())) {
            router.changed(event.id());
        }
    }

    private boolean hasSeats(Event event, String shard) {
        return shards.get(shard)
                .jdbc()
                .sql("SELECT EXISTS (SELECT FROM shard_events WHERE event_id = ?)")
                .param(event.id())
                .query(Boolean.class)
                .single();
    }

    /** With the gate locked, so that nobody makes its seats here meanwhile. */
    private boolean relocated(Event event, String from, String to) {
        var shard = shards.get(from);
        return Boolean.TRUE.equals(shard.transactions().execute(_ -> {
            shard.jdbc()
                    .sql("SELECT pg_advisory_xact_lock(gate_key(?))")
                    .param(event.id())
                    .query((row, _) -> row)
                    .list();
            return !hasSeats(event, from) && redirect(event, from, to);
        }));
    }

    private boolean redirect(Event event, String from, String to) {
        return directory
                        .sql("UPDATE events SET shard = ?, epoch = epoch + 1"
                                + " WHERE event_id = ? AND shard = ? AND epoch = ?")
                        .params(to, event.id(), from, event.epoch())
                        .update()
                == 1;
    }

    private void close(String shard) {
        boolean untold = shards.get(shard)
                .jdbc()
                .sql("SELECT EXISTS (SELECT FROM outbox)")
                .query(Boolean.class)
                .single();
        if (!untold && register.close(shard)) {
            log.atInfo().addKeyValue("shard", shard).log("shard closed");
            shards.changed();
        }
    }
}
