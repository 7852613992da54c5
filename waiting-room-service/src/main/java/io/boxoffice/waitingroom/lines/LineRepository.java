package io.boxoffice.waitingroom.lines;

import io.boxoffice.waitingroom.WaitingRoomProperties;
import io.boxoffice.waitingroom.event.EventOnSale.Status;
import io.boxoffice.waitingroom.lines.KnownLine.Word;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What outlives Redis. */
@Repository
class LineRepository {
    /** More than any Redis gives out between two marks. */
    static final long NUMBERS_LEFT_OUT = 1_000_000;

    private static final String KEEP = sql("lines/keep-marks");
    private static final String NEXT_EPOCH = sql("lines/next-epoch");

    private final JdbcClient jdbc;
    private final long lasts;

    LineRepository(JdbcClient jdbc, WaitingRoomProperties properties) {
        this.jdbc = jdbc;
        this.lasts = properties.lease().plus(properties.accessTokenTtl()).toMillis();
    }

    /** The line; from this call on there is one. */
    KnownLine known(UUID event) {
        jdbc.sql("INSERT INTO lines (event_id, begun) VALUES (?, false) ON CONFLICT DO NOTHING")
                .param(event)
                .update();
        return jdbc.sql("""
                        SELECT l.*, e.status, e.aggregate_version, c.number, c.mode AS said, c.rate_per_minute, c.max_active,
                            c.message
                        FROM lines l LEFT JOIN events e USING (event_id) LEFT JOIN LATERAL (
                            SELECT * FROM queue_controls WHERE event_id = l.event_id ORDER BY number DESC LIMIT 1) c ON true
                        WHERE l.event_id = ?""").param(event).query((row, _) -> line(row)).single();
    }

    private static KnownLine line(ResultSet row) throws SQLException {
        var mark = new Mark(
                row.getLong("epoch"),
                row.getLong("joins"),
                row.getLong("last_score"),
                row.getLong("lobby_joins"),
                row.getObject("lobby_n") == null ? -1 : row.getLong("lobby_n"),
                row.getLong("opened"),
                row.getLong("filled"),
                row.getLong("served"),
                row.getLong("serving"),
                row.getBoolean("sold"),
                row.getLong("sold_at"));
        var status = row.getString("status");
        return new KnownLine(
                row.getObject("event_id", UUID.class),
                row.getBoolean("begun"),
                mark,
                row.getLong("over_score"),
                word(row),
                status == null ? 0 : Status.valueOf(status).reason(),
                row.getLong("aggregate_version"));
    }

    private static @Nullable Word word(ResultSet row) throws SQLException {
        return row.getObject("number") == null
                ? null
                : new Word(
                        row.getLong("number"),
                        row.getString("said"),
                        row.getObject("rate_per_minute", Integer.class),
                        row.getObject("max_active", Integer.class),
                        row.getString("message"));
    }

    /** Makes the next epoch, unless another instance has. */
    void nextEpoch(UUID event, long epoch) {
        jdbc.sql(NEXT_EPOCH)
                .param("event", event)
                .param("epoch", epoch)
                .param("gap", NUMBERS_LEFT_OUT)
                .param("lasts", lasts)
                .update();
    }

    /** Notes that Redis has the line of this epoch. */
    void begun(UUID event, long epoch) {
        jdbc.sql("UPDATE lines SET begun = true WHERE event_id = ? AND epoch = ?")
                .params(event, epoch)
                .update();
    }

    /** Answers whether anything was written. */
    boolean keep(UUID event, Mark mark) {
        return jdbc.sql(KEEP)
                        .param("event", event)
                        .param("lasts", lasts)
                        .param("epoch", mark.epoch())
                        .param("joins", mark.joins())
                        .param("last", mark.last())
                        .param("lobby_joins", mark.lobbyJoins())
                        .param("lobby_n", mark.lobbyN())
                        .param("opened", mark.opened())
                        .param("filled", mark.filled())
                        .param("served", mark.served())
                        .param("serving", mark.serving())
                        .param("sold", mark.sold())
                        .param("sold_at", mark.soldAt())
                        .update()
                > 0;
    }

    /** Codes once used stay used: a piece with fewer of them is an older one. */
    void keepPiece(UUID event, int piece, byte[] used) {
        jdbc.sql("""
                        INSERT INTO presale_used (event_id, piece, used) VALUES (?, ?, ?)
                        ON CONFLICT (event_id, piece) DO UPDATE SET used = excluded.used
                        WHERE bit_count(presale_used.used) < bit_count(excluded.used)""").params(event, piece, used).update();
    }

    Map<Integer, byte[]> pieces(UUID event) {
        var pieces = new TreeMap<Integer, byte[]>();
        jdbc.sql("SELECT piece, used FROM presale_used WHERE event_id = ?")
                .param(event)
                .query(row -> {
                    pieces.put(row.getInt("piece"), row.getBytes("used"));
                });
        return pieces;
    }

    /** Forgets the used presale codes of events that began before then: nobody joins them any more. */
    int forgetPieces(Instant begunBefore) {
        return jdbc.sql(
                        "DELETE FROM presale_used USING events WHERE events.event_id = presale_used.event_id AND closes_at < ?")
                .param(begunBefore.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Lines of events that are not over. */
    List<UUID> open() {
        return jdbc.sql("SELECT event_id FROM lines JOIN events USING (event_id) WHERE closes_at > clock_timestamp()")
                .query((row, _) -> row.getObject("event_id", UUID.class))
                .list();
    }

    private static String sql(String name) {
        try {
            return new ClassPathResource(name + ".sql").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
