package io.boxoffice.waitingroom.lines;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LineRepository {
    private final JdbcClient jdbc;

    LineRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How far a line had come.
     *
     * @param joins entry numbers given out
     * @param lastScore the highest score given out, in microseconds
     */
    record Known(long epoch, long joins, long lastScore) {}

    /** Notes that the line begins, for the first time or again. */
    Known nextEpoch(UUID event) {
        return jdbc.sql("""
                        INSERT INTO lines (event_id) VALUES (?)
                        ON CONFLICT (event_id) DO UPDATE SET epoch = lines.epoch + 1
                        RETURNING epoch, joins, last_score""")
                .param(event)
                .query((row, _) -> new Known(row.getLong("epoch"), row.getLong("joins"), row.getLong("last_score")))
                .single();
    }
}
