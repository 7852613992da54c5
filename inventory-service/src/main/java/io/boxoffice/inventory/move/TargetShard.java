package io.boxoffice.inventory.move;

import io.boxoffice.inventory.shard.Sql;
import java.time.Instant;
import java.util.Optional;

/** Where an event goes, as one attempt at moving it may change it. */
final class TargetShard {
    private static final String PREPARE = Sql.named("move/prepare.sql");
    private static final String OPEN = Sql.named("move/open.sql");

    private final Side side;
    private final Moves.Attempt attempt;

    TargetShard(Side side, Moves.Attempt attempt) {
        this.side = side;
        this.attempt = attempt;
    }

    /** Begins a copy with nothing but the event's row; what an earlier attempt or an earlier move left is forgotten. */
    void prepare(String sourceRow) {
        side.inTransaction(() -> {
            forget();
            return side.jdbc()
                    .sql(PREPARE)
                    .param("source_row", sourceRow)
                    .param("epoch", attempt.move().nextEpoch())
                    .param("mover", attempt.mover())
                    .update();
        });
    }

    /** Nothing of the event stays here, since it does not come. */
    void giveUp() {
        side.inTransaction(() -> {
            forget();
            return attempt;
        });
    }

    private void forget() {
        side.jdbc()
                .sql("SELECT pg_advisory_xact_lock(gate_key(?))")
                .param(attempt.event())
                .query((row, _) -> row)
                .list();
        if (!mayForget()) {
            throw new Moves.Overtaken(attempt.move());
        }
        MovedTable.ALL
                .reversed()
                .forEach(table -> side.jdbc().sql(table.delete(attempt.event())).update());
        side.jdbc().sql(MovedTable.OUTBOX.delete(attempt.event())).update();
    }

    /** What is here is an older copy, or where the event went from here before. */
    private boolean mayForget() {
        return side.jdbc()
                .sql(
                        "SELECT NOT writable AND epoch <= ? AND coalesce(mover, 0) <= ? FROM shard_events WHERE event_id = ?")
                .params(attempt.move().nextEpoch(), attempt.mover(), attempt.event())
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    /** In the transaction under way: nobody has overtaken us, nor will before it ends. */
    void requireOurs() {
        boolean ours = side.jdbc()
                .sql("SELECT NOT writable AND epoch = ? AND mover = ? FROM shard_events WHERE event_id = ? FOR UPDATE")
                .params(attempt.move().nextEpoch(), attempt.mover(), attempt.event())
                .query(Boolean.class)
                .optional()
                .orElse(false);
        if (!ours) {
            throw new Moves.Overtaken(attempt.move());
        }
    }

    /** What was to be told here is told where the event stays. */
    void forgetUntold() {
        side.inTransaction(() -> {
            requireOurs();
            return side.jdbc().sql(MovedTable.OUTBOX.delete(attempt.event())).update();
        });
    }

    /** Opens the gate, after the decision; tells since when it is open. */
    Instant open() {
        return opened().orElseGet(this::openedBefore);
    }

    private Optional<Instant> opened() {
        return side.jdbc()
                .sql(OPEN)
                .param("event_id", attempt.event())
                .param("epoch", attempt.move().nextEpoch())
                .param("mover", attempt.mover())
                .query((row, _) -> Sql.instant(row, "opened_at"))
                .optional();
    }

    private Instant openedBefore() {
        return side.jdbc()
                .sql("SELECT opened_at FROM shard_events WHERE event_id = ? AND epoch = ? AND opened_at IS NOT NULL")
                .params(attempt.event(), attempt.move().nextEpoch())
                .query((row, _) -> Sql.instant(row, "opened_at"))
                .single();
    }
}
