package io.boxoffice.analytics.figure;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The figures in PostgreSQL. A row has one writer at a time, the task of its partition; should a dispossessed one still write,
 * or the same be heard twice, the version decides.
 */
@Component
public class FigureRows {
    private static final int AT_ONCE = 500;
    private static final String TOTAL = """
            INSERT INTO totals (generation, event_id, metric, label, partition, version, value)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (generation, event_id, metric, label, partition)
            DO UPDATE SET version = excluded.version, value = excluded.value WHERE totals.version < excluded.version""";
    private static final String MINUTE = """
            INSERT INTO minutes (generation, event_id, metric, label, partition, version, value, minute)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (generation, event_id, metric, label, minute, partition)
            DO UPDATE SET version = excluded.version, value = excluded.value WHERE minutes.version < excluded.version""";

    private record Row(FigureKey key, int partition, Figure figure) {}

    private final JdbcTemplate jdbc;

    FigureRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes what the changelogs of the count tell; of one figure only the last state matters. */
    public void write(int generation, List<ConsumerRecord<String, byte[]>> changes) {
        var last = new LinkedHashMap<String, Row>();
        for (var change : changes) {
            if (change.value() != null) {
                var figure = Figure.parse(new String(change.value(), StandardCharsets.UTF_8));
                last.put(
                        change.key() + "@" + change.partition(),
                        new Row(FigureKey.parse(change.key()), change.partition(), figure));
            }
        }
        var totals = new ArrayList<Row>();
        var minutes = new ArrayList<Row>();
        last.values().forEach(row -> (row.key().minute() == null ? totals : minutes).add(row));
        jdbc.batchUpdate(TOTAL, totals, AT_ONCE, (statement, row) -> fill(statement, generation, row));
        jdbc.batchUpdate(MINUTE, minutes, AT_ONCE, (statement, row) -> {
            fill(statement, generation, row);
            var minute = row.key().minute();
            statement.setObject(8, (minute == null ? Instant.EPOCH : minute).atOffset(ZoneOffset.UTC));
        });
    }

    private static void fill(PreparedStatement statement, int generation, Row row) throws SQLException {
        statement.setInt(1, generation);
        statement.setObject(2, row.key().eventId());
        statement.setString(3, row.key().metric().name());
        statement.setString(4, row.key().label());
        statement.setInt(5, row.partition());
        statement.setLong(6, row.figure().version());
        statement.setBigDecimal(7, row.figure().value());
    }

    /** Drops the figures of a count that is shown no more. */
    public void forget(int generation) {
        jdbc.update("DELETE FROM totals WHERE generation = ?", generation);
        jdbc.update("DELETE FROM minutes WHERE generation = ?", generation);
    }
}
