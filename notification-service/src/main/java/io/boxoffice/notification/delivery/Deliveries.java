package io.boxoffice.notification.delivery;

import io.boxoffice.common.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of what is owed. Times are the database's, so that instances cannot disagree about a lease. */
@Repository
class Deliveries {
    private static final String CLAIM = sql("claim");
    private static final String MARK_SENDING = sql("mark-sending");
    private static final String SETTLE = sql("settle");
    private static final String ABANDONED = sql("abandoned");

    private final JdbcClient jdbc;

    Deliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Owes a message, unless it is or was owed already. */
    boolean enqueue(String cause, UUID eventId, UUID orderId) {
        return jdbc.sql("INSERT INTO deliveries (cause, event_id, order_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                        .params(cause, eventId, orderId)
                        .update()
                == 1;
    }

    Optional<Delivery> claimQueued(Duration lease) {
        return claim("QUEUED", lease);
    }

    Optional<Delivery> claimUncertain(Duration lease) {
        return claim("UNCERTAIN", lease);
    }

    private Optional<Delivery> claim(String state, Duration lease) {
        return jdbc.sql(CLAIM)
                .param("state", state)
                .param("lease", Ids.next())
                .param("seconds", seconds(lease))
                .query(Delivery.class)
                .optional();
    }

    boolean markSending(Delivery delivery, Duration lease) {
        return jdbc.sql(MARK_SENDING)
                        .param("cause", delivery.cause())
                        .param("lease", delivery.lease())
                        .param("seconds", seconds(lease))
                        .update()
                == 1;
    }

    boolean sent(Delivery delivery) {
        return settle(delivery, "SENT", null, Duration.ZERO);
    }

    boolean queueAgain(Delivery delivery, String reason, Duration pause) {
        return settle(delivery, "QUEUED", reason, pause);
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
                        .param("seconds", seconds(pause))
                        .param("cause", delivery.cause())
                        .param("lease", delivery.lease())
                        .update()
                == 1;
    }

    /** Finds messages whose sender went silent while sending; their causes. */
    List<String> abandoned(Duration settle) {
        return jdbc.sql(ABANDONED).param("seconds", seconds(settle)).query(String.class).list().stream()
                .map(String::valueOf)
                .toList();
    }

    /** Age in seconds of the oldest message that waits to be sent; 0 when none does. */
    double oldestQueuedSeconds() {
        return jdbc.sql("SELECT coalesce(extract(epoch FROM clock_timestamp() - min(created_at)), 0)::float8"
                        + " FROM deliveries WHERE state = 'QUEUED'")
                .query(Double.class)
                .single();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static String sql(String name) {
        try {
            return new ClassPathResource("delivery/" + name + ".sql").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
