package io.boxoffice.waitingroom.control;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who said what of which line, and in which order. */
@Repository
class ControlLog {
    private final JdbcClient jdbc;

    ControlLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes it down and numbers it. */
    long append(UUID event, UUID by, ControlRequest said) {
        return jdbc.sql("""
                        INSERT INTO queue_controls (event_id, said_by, mode, rate_per_minute, max_active, message)
                        VALUES (?, ?, ?, ?, ?, ?) RETURNING number""")
                .param(event)
                .param(by)
                .param(said.mode().name())
                .param(said.ratePerMinute())
                .param(said.maxActive())
                .param(said.message())
                .query((row, _) -> row.getLong("number"))
                .single();
    }
}
