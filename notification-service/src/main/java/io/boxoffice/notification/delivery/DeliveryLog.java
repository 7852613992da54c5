package io.boxoffice.notification.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.boxoffice.notification.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What became of an order's letters, for support. */
@Repository
class DeliveryLog {
    private final JdbcClient jdbc;

    DeliveryLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One letter; never its address.
     *
     * @param reason why it failed, or why the last attempt did
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            String kind,
            String cause,
            UUID eventId,
            @Nullable UUID orderId,
            @Nullable UUID userId,
            String state,
            int attempts,
            @Nullable String reason,
            Instant createdAt,
            Instant changedAt) {}

    List<Entry> ofOrder(UUID orderId) {
        return jdbc.sql("SELECT * FROM deliveries WHERE order_id = ? ORDER BY created_at, cause")
                .param(orderId)
                .query(DeliveryLog::entry)
                .list();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getString("kind"),
                row.getString("cause"),
                Sql.uuid(row, "event_id"),
                Sql.uuidOrNull(row, "order_id"),
                Sql.uuidOrNull(row, "user_id"),
                row.getString("state"),
                row.getInt("attempts"),
                row.getString("reason"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "changed_at"));
    }
}
