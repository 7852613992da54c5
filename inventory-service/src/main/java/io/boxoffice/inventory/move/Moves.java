package io.boxoffice.inventory.move;

import io.boxoffice.common.Ids;
import io.boxoffice.inventory.shard.Place;
import io.boxoffice.inventory.shard.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The directory's moves. Every step of an attempt hangs on its number: one that was overtaken is told so. */
@Repository
class Moves {
    private static final String FLIP = Sql.named("move/flip.sql");
    private static final String FLIPPED = Sql.named("move/flipped.sql");
    private static final String UNDER_WAY = " state IN ('COPYING', 'PAUSED', 'FLIPPED')";

    private final JdbcClient directory;
    private final TransactionTemplate transactions;

    Moves(JdbcClient directory, PlatformTransactionManager transactions) {
        this.directory = directory;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** One attempt at a move, with its number. */
    record Attempt(Move move, long mover) {
        UUID event() {
            return move.eventId();
        }
    }

    /** Somebody else goes on with this move. */
    static final class Overtaken extends RuntimeException {
        Overtaken(Move move) {
            super("move " + move.moveId() + " was taken over", null, false, false);
        }
    }

    /** The latest of an event. */
    Optional<Move> latest(UUID event) {
        return directory
                .sql("SELECT * FROM moves WHERE event_id = ? ORDER BY asked_at DESC LIMIT 1")
                .param(event)
                .query((row, _) -> move(row))
                .optional();
    }

    Move find(UUID move) {
        return directory
                .sql("SELECT * FROM moves WHERE move_id = ?")
                .param(move)
                .query((row, _) -> move(row))
                .single();
    }

    /** The one that goes on from or to this shard, if any does. */
    Optional<Move> underWay(String shard) {
        return directory
                .sql("SELECT * FROM moves WHERE" + UNDER_WAY + " AND ? IN (from_shard, to_shard)"
                        + " ORDER BY asked_at LIMIT 1")
                .param(shard)
                .query((row, _) -> move(row))
                .optional();
    }

    /** Asks for a move; nothing while another one of this event goes on, or when the shard takes no events any more. */
    Optional<Move> begin(UUID event, Place from, String to) {
        var move = Ids.next();
        int begun = directory
                .sql("INSERT INTO moves (move_id, event_id, from_shard, to_shard, epoch)"
                        + " SELECT :move, :event, :from, name, :epoch FROM shards"
                        + " WHERE name = :to AND state = 'OPEN' FOR SHARE ON CONFLICT DO NOTHING")
                .param("move", move)
                .param("event", event)
                .param("from", from.shard())
                .param("epoch", from.epoch())
                .param("to", to)
                .update();
        return begun == 1 ? Optional.of(find(move)) : Optional.empty();
    }

    /** Those that wait for somebody to go on, the longest asked first. */
    List<UUID> due() {
        return directory
                .sql("SELECT move_id FROM moves WHERE" + UNDER_WAY + " AND next_at <= clock_timestamp()"
                        + " ORDER BY asked_at")
                .query((row, _) -> Sql.uuid(row, "move_id"))
                .list();
    }

    /** Events that have been elsewhere for no longer than a few looks. */
    List<UUID> flippedLately() {
        return directory
                .sql("SELECT event_id FROM moves WHERE flipped_at > clock_timestamp() - interval '10 seconds'")
                .query((row, _) -> Sql.uuid(row, "event_id"))
                .list();
    }

    /** A new attempt, which overtakes the one before; nothing when the move is over. */
    Optional<Attempt> attempt(UUID move) {
        return directory
                .sql("UPDATE moves SET mover = nextval('movers'), attempts = attempts + 1 WHERE move_id = ? AND"
                        + UNDER_WAY + " RETURNING *")
                .param(move)
                .query((row, _) -> new Attempt(move(row), row.getLong("mover")))
                .optional();
    }

    void passed(Attempt attempt, long rows) {
        change(attempt, "passes = passes + 1, rows = rows + " + rows);
    }

    void pausing(Attempt attempt) {
        change(attempt, "state = 'PAUSED', pauses = pauses + 1");
    }

    /** The event is sold where it was. */
    void resumed(Attempt attempt, String reason) {
        requireOne(
                attempt,
                directory
                        .sql("UPDATE moves SET state = 'COPYING', reason = ? WHERE move_id = ? AND mover = ?"
                                + " AND state IN ('COPYING', 'PAUSED')")
                        .params(reason, attempt.move().moveId(), attempt.mover())
                        .update());
    }

    /** The decision, if it is still ours to take. */
    void flip(Attempt attempt, Instant pausedAt, long rows) {
        transactions.executeWithoutResult(_ -> {
            var move = attempt.move();
            requireOne(
                    attempt,
                    directory
                            .sql(FLIPPED)
                            .param("paused_at", pausedAt.atOffset(ZoneOffset.UTC))
                            .param("rows", rows)
                            .param("move_id", move.moveId())
                            .param("mover", attempt.mover())
                            .update());
            requireOne(
                    attempt,
                    directory
                            .sql(FLIP)
                            .param("to_shard", move.to())
                            .param("from_shard", move.from())
                            .param("event_id", move.eventId())
                            .param("epoch", move.epoch())
                            .update());
        });
    }

    void opened(Attempt attempt, Instant resumedAt) {
        requireOne(
                attempt,
                directory
                        .sql("UPDATE moves SET resumed_at = ? WHERE move_id = ? AND mover = ? AND state = 'FLIPPED'")
                        .params(
                                resumedAt.atOffset(ZoneOffset.UTC),
                                attempt.move().moveId(),
                                attempt.mover())
                        .update());
    }

    void done(Attempt attempt) {
        requireOne(
                attempt,
                directory
                        .sql("UPDATE moves SET state = 'DONE', reason = NULL, ended_at = clock_timestamp()"
                                + " WHERE move_id = ? AND mover = ? AND state = 'FLIPPED'")
                        .params(attempt.move().moveId(), attempt.mover())
                        .update());
    }

    void failed(Attempt attempt, String reason) {
        requireOne(
                attempt,
                directory
                        .sql("UPDATE moves SET state = 'FAILED', reason = ?, ended_at = clock_timestamp()"
                                + " WHERE move_id = ? AND mover = ? AND state = 'COPYING'")
                        .params(reason, attempt.move().moveId(), attempt.mover())
                        .update());
    }

    /** Whoever looks after that goes on. */
    void later(Attempt attempt, String reason, Duration wait) {
        requireOne(
                attempt,
                directory
                        .sql("UPDATE moves SET reason = ?, next_at = clock_timestamp() + make_interval(secs => ?)"
                                + " WHERE move_id = ? AND mover = ? AND" + UNDER_WAY)
                        .params(reason, wait.toMillis() / 1000.0, attempt.move().moveId(), attempt.mover())
                        .update());
    }

    private void change(Attempt attempt, String change) {
        requireOne(
                attempt,
                directory
                        .sql("UPDATE moves SET " + change + " WHERE move_id = ? AND mover = ? AND state = 'COPYING'")
                        .params(attempt.move().moveId(), attempt.mover())
                        .update());
    }

    private static void requireOne(Attempt attempt, int changed) {
        if (changed != 1) {
            throw new Overtaken(attempt.move());
        }
    }

    private static Move move(ResultSet row) throws SQLException {
        return new Move(
                Sql.uuid(row, "move_id"),
                Sql.uuid(row, "event_id"),
                row.getString("from_shard"),
                row.getString("to_shard"),
                row.getInt("epoch"),
                Move.State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getInt("attempts"),
                row.getInt("passes"),
                row.getLong("rows"),
                row.getInt("pauses"),
                Sql.instant(row, "asked_at"),
                instantOrNull(row, "paused_at"),
                instantOrNull(row, "flipped_at"),
                instantOrNull(row, "resumed_at"),
                instantOrNull(row, "ended_at"));
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
