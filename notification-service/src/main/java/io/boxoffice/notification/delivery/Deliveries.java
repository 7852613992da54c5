package io.boxoffice.notification.delivery;

import io.boxoffice.common.Ids;
import io.boxoffice.notification.letter.Kind;
import io.boxoffice.notification.letter.Owed;
import io.boxoffice.notification.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of what is owed. Times are the database's, so that instances cannot disagree about a lease. */
@Repository
class Deliveries {
    private static final String OWE = Sql.of("delivery/owe");
    private static final String CLAIM = Sql.of("delivery/claim");
    private static final String MARK_SENDING = Sql.of("delivery/mark-sending");
    private static final String SETTLE = Sql.of("delivery/settle");
    private static final String RETRY = Sql.of("delivery/retry");
    private static final String ABANDONED = Sql.of("delivery/abandoned");

    private final JdbcClient jdbc;

    Deliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Owes a message, unless it is or was owed already. */
    boolean enqueue(Owed owed) {
        return jdbc.sql(OWE)
                        .param("kind", owed.kind().word())
                        .param("cause", owed.cause())
                        .param("event_id", owed.eventId())
                        .param("order_id", owed.orderId())
                        .param("user_id", owed.userId())
                        .param("subscription_id", owed.subscriptionId())
                        .param("facts", owed.facts())
                        .param("priority", owed.kind().priority())
                        .update()
                == 1;
    }

    /** The next message to send that is at least this urgent. */
    Optional<Delivery> claimQueued(int lowestPriority, Duration lease) {
        return claim("QUEUED", lowestPriority, lease);
    }

    Optional<Delivery> claimUncertain(Duration lease) {
        return claim("UNCERTAIN", Kind.MASS, lease);
    }

    private Optional<Delivery> claim(String state, int lowestPriority, Duration lease) {
        return jdbc.sql(CLAIM)
                .param("state", state)
                .param("lowest", lowestPriority)
                .param("lease", Ids.next())
                .param("seconds", Sql.seconds(lease))
                .query((row, _) -> new Delivery(owed(row), row.getInt("attempts"), Sql.uuid(row, "lease")))
                .optional();
    }

    private static Owed owed(ResultSet row) throws SQLException {
        return new Owed(
                Kind.of(row.getString("kind")),
                row.getString("cause"),
                Sql.uuid(row, "event_id"),
                Sql.uuidOrNull(row, "order_id"),
                Sql.uuidOrNull(row, "user_id"),
                Sql.uuidOrNull(row, "subscription_id"),
                row.getString("facts"));
    }

    boolean markSending(Delivery delivery, Duration lease) {
        return jdbc.sql(MARK_SENDING)
                        .param("cause", delivery.cause())
                        .param("lease", delivery.lease())
                        .param("seconds", Sql.seconds(lease))
                        .update()
                == 1;
    }

    boolean sent(Delivery delivery) {
        return settle(delivery, "SENT", null, Duration.ZERO);
    }

    boolean queueAgain(Delivery delivery, String reason, Duration pause) {
        return settle(delivery, "QUEUED", reason, pause);
    }

    /** Queues it again, or gives it up when it is older than {@code maxAge}; the state it has now, if it was ours to say. */
    Optional<String> retry(Delivery delivery, String reason, Duration pause, Duration maxAge) {
        return jdbc.sql(RETRY)
                .param("reason", reason)
                .param("seconds", Sql.seconds(pause))
                .param("max_age", Sql.seconds(maxAge))
                .param("cause", delivery.cause())
                .param("lease", delivery.lease())
                .query((row, _) -> row.getString("state"))
                .optional();
    }

    boolean failed(Delivery delivery, String reason) {
        return settle(delivery, "FAILED", reason, Duration.ZERO);
    }

    boolean uncertain(Delivery delivery, String reason, Duration pause) {
        return settle(delivery, "UNCERTAIN", reason, pause);
    }

    private boolean settle(Delivery delivery, String state, @Nullable String reason, Duration pause) {
        return jdbc.sql(SETTLE)
                        .param("state", state)
                        .param("reason", reason)
                        .param("seconds", Sql.seconds(pause))
                        .param("cause", delivery.cause())
                        .param("lease", delivery.lease())
                        .update()
                == 1;
    }

    /** Finds messages whose sender went silent while sending; their causes. */
    List<String> abandoned(Duration settle) {
        return jdbc.sql(ABANDONED)
                .param("seconds", Sql.seconds(settle))
                .query((row, _) -> row.getString("cause"))
                .list();
    }

    /** Age in seconds of the oldest message that waits to be sent; 0 when none does. */
    double oldestQueuedSeconds() {
        return jdbc.sql("SELECT coalesce(extract(epoch FROM clock_timestamp() - min(created_at)), 0)::float8"
                        + " FROM deliveries WHERE state = 'QUEUED'")
                .query(Double.class)
                .single();
    }
}
