package io.boxoffice.inventory.move;

import io.boxoffice.inventory.shard.Sql;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where an event leaves, as one attempt at moving it may change it. */
final class SourceShard {
    private static final String ANNOUNCE = Sql.named("move/announce.sql");
    private static final String PAUSE = Sql.named("move/pause.sql");
    private static final String RESUME = Sql.named("move/resume.sql");
    private static final String LEAVE = Sql.named("move/leave.sql");

    private final Side side;
    private final Moves.Attempt attempt;

    SourceShard(Side side, Moves.Attempt attempt) {
        this.side = side;
        this.attempt = attempt;
    }

    /** From here on nothing that an earlier attempt does has an effect here; tells whether the event is here. */
    boolean announce() {
        return statement(ANNOUNCE).update() == 1;
    }

    /** The row that says what selling needs of the event. */
    String row() {
        return side.jdbc()
                .sql("SELECT to_jsonb(e)::text FROM shard_events e WHERE event_id = ? AND epoch = ?")
                .params(attempt.event(), attempt.move().epoch())
                .query(String.class)
                .single();
    }

    /** Pauses the sale; tells since when writers had to wait. */
    Instant pause(Duration longest) {
        return side.inTransaction(() -> {
            var since = side.jdbc()
                    .sql("SELECT clock_timestamp()")
                    .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                    .single();
            side.within(longest, "lock_timeout");
            side.jdbc()
                    .sql("SELECT pg_advisory_xact_lock(gate_key(?))")
                    .param(attempt.event())
                    .query((row, _) -> row)
                    .list();
            if (statement(PAUSE).update() != 1) {
                throw new Moves.Overtaken(attempt.move());
            }
            return since;
        });
    }

    /** The sale goes on here, if it was paused. */
    void resume() {
        statement(RESUME).update();
    }

    /** Leaves nothing behind but where the event went. */
    void leave() {
        side.inTransaction(() -> {
            if (statement(LEAVE).param("to_shard", attempt.move().to()).update() == 1) {
                for (var table : List.copyOf(MovedTable.ALL.reversed())) {
                    if (!table.equals(MovedTable.EVENT)) {
                        side.jdbc().sql(table.delete(attempt.event())).update();
                    }
                }
                side.jdbc().sql(MovedTable.OUTBOX.delete(attempt.event())).update();
            }
            return attempt;
        });
    }

    private JdbcClient.StatementSpec statement(String sql) {
        return side.jdbc()
                .sql(sql)
                .param("event_id", attempt.event())
                .param("epoch", attempt.move().epoch())
                .param("mover", attempt.mover());
    }
}
