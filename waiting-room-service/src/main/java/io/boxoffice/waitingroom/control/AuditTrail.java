package io.boxoffice.waitingroom.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What operators said and the controller decided of a line, newest first; both are numbered from one sequence. */
@Repository
class AuditTrail {
    private final JdbcClient jdbc;

    AuditTrail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** At most so many of those with a lower number. */
    List<AuditEntry> of(UUID event, long below, int atMost) {
        return jdbc.sql("""
                        (SELECT number, said_at AS at, 'operator' AS cause, said_by, mode, rate_per_minute,
                                NULL::integer AS rate_before, max_active, message, NULL AS reason
                         FROM queue_controls WHERE event_id = :event AND number < :below
                         ORDER BY number DESC LIMIT :most)
                        UNION ALL
                        (SELECT number, decided_at, decision, NULL, NULL, rate_per_minute, rate_before, NULL, NULL, reason
                         FROM rate_decisions WHERE event_id = :event AND number < :below
                         ORDER BY number DESC LIMIT :most)
                        ORDER BY number DESC LIMIT :most""")
                .param("event", event)
                .param("below", below)
                .param("most", atMost)
                .query(AuditTrail::entry)
                .list();
    }

    private static AuditEntry entry(ResultSet row, int index) throws SQLException {
        return new AuditEntry(
                row.getLong("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("cause"),
                row.getObject("said_by", UUID.class),
                row.getString("mode"),
                row.getObject("rate_per_minute", Integer.class),
                row.getObject("rate_before", Integer.class),
                row.getObject("max_active", Integer.class),
                row.getString("message"),
                row.getString("reason"));
    }
}
