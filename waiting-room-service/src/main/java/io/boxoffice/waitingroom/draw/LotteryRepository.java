package io.boxoffice.waitingroom.draw;

import io.boxoffice.draw.Draw;
import io.boxoffice.waitingroom.draw.Lottery.Closing;
import io.boxoffice.waitingroom.draw.Lottery.Result;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The row of each draw; every change is guarded by the state it starts from. */
@Repository
class LotteryRepository {
    private final JdbcClient jdbc;

    LotteryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes the seed, unless there is one. */
    void commit(UUID event) {
        var seed = Draw.newSeed();
        jdbc.sql("INSERT INTO draws (event_id, seed, commitment) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(event, seed, Draw.commitment(seed))
                .update();
    }

    Optional<Lottery> find(UUID event) {
        return jdbc.sql("SELECT * FROM draws WHERE event_id = ?")
                .param(event)
                .query((row, _) -> read(row))
                .optional();
    }

    /** Moves the count of leaves on, unless somebody else has. */
    boolean grow(Lottery from, long leaves, byte[] frontier) {
        return jdbc.sql(
                                "UPDATE draws SET leaves = ?, frontier = ? WHERE event_id = ? AND leaves = ? AND state <> 'DRAWN'")
                        .params(leaves, frontier, from.event(), from.leaves())
                        .update()
                == 1;
    }

    /** Notes the end of the lobby. */
    void close(UUID event, Closing closing) {
        jdbc.sql("""
                        UPDATE draws SET state = 'CLOSED', participants = ?, lobby_opens_at = ?, opens_at = ?, opened_at = ?
                        WHERE event_id = ? AND state = 'COMMITTED'""")
                .params(
                        closing.participants(),
                        utc(closing.lobbyOpensAt()),
                        utc(closing.opensAt()),
                        utc(closing.openedAt()),
                        event)
                .update();
    }

    /** Holds the draw, once all leaves are there; answers whether this call did. */
    boolean hold(UUID event, Result result) {
        return jdbc.sql("""
                        UPDATE draws SET state = 'DRAWN', root = ?, draw_key = ?, beacon_source = ?, beacon_value = ?
                        WHERE event_id = ? AND state = 'CLOSED' AND leaves = participants""")
                        .params(
                                result.root(),
                                result.key(),
                                result.beacon().source(),
                                result.beacon().value(),
                                event)
                        .update()
                == 1;
    }

    private static Lottery read(ResultSet row) throws SQLException {
        var state = DrawState.valueOf(row.getString("state"));
        return new Lottery(
                row.getObject("event_id", UUID.class),
                state,
                row.getBytes("seed"),
                row.getBytes("commitment"),
                row.getLong("leaves"),
                row.getBytes("frontier"),
                state == DrawState.COMMITTED ? null : closing(row),
                state == DrawState.DRAWN ? result(row) : null);
    }

    private static Closing closing(ResultSet row) throws SQLException {
        return new Closing(
                row.getLong("participants"),
                instant(row, "lobby_opens_at"),
                instant(row, "opens_at"),
                instant(row, "opened_at"));
    }

    private static Result result(ResultSet row) throws SQLException {
        return new Result(
                row.getBytes("root"),
                row.getBytes("draw_key"),
                new Beacon.Value(row.getString("beacon_source"), row.getString("beacon_value")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
