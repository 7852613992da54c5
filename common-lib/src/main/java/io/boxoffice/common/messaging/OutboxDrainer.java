package io.boxoffice.common.messaging;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaOperations;

/**
 * Sends one database's outbox to Kafka: at least once, in the order of commit ids per key. Of all instances only the one that
 * holds the database's advisory lock drains; it is woken by NOTIFY and looks once a second anyway. Rows go only after the
 * broker's acknowledgement, and it always takes what is unsent, never "what came after the last": ids commit out of order.
 */
public final class OutboxDrainer implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(OutboxDrainer.class);
    private static final long LOCK = 0x626f786f6666L;
    private static final int BATCH = 500;
    private static final Duration LOOK_AT_LEAST_EVERY = Duration.ofSeconds(1);
    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(30);

    private record Row(
            long id,
            String messageId,
            String topic,
            String key,
            String type,
            String subject,
            String data,
            @Nullable String traceparent,
            OffsetDateTime createdAt) {}

    private final String name;
    private final DataSource unpooled;
    private final KafkaOperations<String, byte[]> kafka;
    private final URI source;
    private volatile double lagSeconds;
    private volatile boolean running;
    private @Nullable Thread thread;

    /**
     * @param name of the database, for logs and the metric's tag
     * @param unpooled opens the drainer's own connection, which it keeps for the lock and for LISTEN
     * @param source the CloudEvents source, {@code /boxoffice/<service>}
     */
    public OutboxDrainer(
            String name,
            DataSource unpooled,
            KafkaOperations<String, byte[]> kafka,
            URI source,
            MeterRegistry metrics) {
        this.name = name;
        this.unpooled = unpooled;
        this.kafka = kafka;
        this.source = source;
        Gauge.builder("boxoffice.outbox.lag", this, drainer -> drainer.lagSeconds)
                .baseUnit("seconds")
                .description("Age of the oldest message not yet sent")
                .tag("database", name)
                .register(metrics);
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofVirtual().name("outbox-" + name).start(this::run);
    }

    @Override
    public synchronized void stop() {
        running = false;
        var drained = thread;
        thread = null;
        if (drained != null) {
            drained.interrupt();
            try {
                drained.join(Duration.ofSeconds(5));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (isRunning()) {
            try (var connection = unpooled.getConnection()) {
                connection.setAutoCommit(true);
                if (locked(connection)) {
                    drain(connection);
                } else {
                    pause();
                }
            } catch (SQLException | ExecutionException | TimeoutException | RuntimeException e) {
                // nothing may end the drainer: what it cannot send now it sends later
                if (isRunning()) {
                    log.atWarn().addKeyValue("database", name).setCause(e).log("outbox interrupted");
                    pause();
                }
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private void drain(Connection connection)
            throws SQLException, ExecutionException, InterruptedException, TimeoutException {
        try (var listen = connection.createStatement()) {
            listen.execute("LISTEN outbox");
        }
        var notices = connection.unwrap(PGConnection.class);
        while (isRunning()) {
            var rows = unsent(connection);
            if (rows.isEmpty()) {
                lagSeconds = 0;
                notices.getNotifications(Math.toIntExact(LOOK_AT_LEAST_EVERY.toMillis()));
            } else {
                send(rows);
                delete(connection, rows);
            }
        }
    }

    private static boolean locked(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
            statement.setLong(1, LOCK);
            try (var result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    private List<Row> unsent(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(
                        "SELECT *, extract(epoch FROM clock_timestamp() - created_at) AS age FROM outbox ORDER BY id LIMIT "
                                + BATCH);
                var result = statement.executeQuery()) {
            var rows = new ArrayList<Row>();
            while (result.next()) {
                if (rows.isEmpty()) {
                    lagSeconds = result.getDouble("age");
                }
                rows.add(row(result));
            }
            return rows;
        }
    }

    private static Row row(ResultSet result) throws SQLException {
        return new Row(
                result.getLong("id"),
                result.getString("message_id"),
                result.getString("topic"),
                result.getString("message_key"),
                result.getString("type"),
                result.getString("subject"),
                result.getString("data"),
                result.getString("traceparent"),
                result.getObject("created_at", OffsetDateTime.class));
    }

    private void send(List<Row> rows) throws ExecutionException, InterruptedException, TimeoutException {
        var sent = new ArrayList<CompletableFuture<?>>(rows.size());
        for (var row : rows) {
            sent.add(kafka.send(record(row)));
        }
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new))
                .get(ACKNOWLEDGED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    }

    private ProducerRecord<String, byte[]> record(Row row) {
        var event = CloudEventBuilder.v1()
                .withId(row.messageId())
                .withSource(source)
                .withType(row.type())
                .withSubject(row.subject())
                .withTime(row.createdAt().withOffsetSameInstant(ZoneOffset.UTC))
                .withData("application/json", row.data().getBytes(StandardCharsets.UTF_8))
                .build();
        ProducerRecord<String, byte[]> record =
                KafkaMessageFactory.<String>createWriter(row.topic(), row.key()).writeBinary(event);
        if (row.traceparent() != null) {
            record.headers().add("traceparent", row.traceparent().getBytes(StandardCharsets.US_ASCII));
        }
        return record;
    }

    private static void delete(Connection connection, List<Row> rows) throws SQLException {
        try (var statement = connection.prepareStatement("DELETE FROM outbox WHERE id = ANY (?)")) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", rows.stream().map(Row::id).toArray()));
            statement.executeUpdate();
        }
    }

    private void pause() {
        try {
            Thread.sleep(LOOK_AT_LEAST_EVERY);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
