package io.boxoffice.waitingroom;

import io.boxoffice.common.Ids;
import io.boxoffice.common.test.IssuerConnection;
import io.boxoffice.common.test.KafkaConnection;
import io.boxoffice.common.test.PostgresConnection;
import io.boxoffice.waitingroom.redis.LuaScripts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;

/** The running service on real servers, one for all tests. Nobody comes in by itself: tests say when. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "spring.data.redis.database=1",
            "waiting-room.admission.mode=PAUSED",
            "fraud.challenge.sample-rate=0",
            "waiting-room.poll-min=1s",
            "waiting-room.streams.max=3",
            "waiting-room.streams.every=50ms",
            "waiting-room.streams.heartbeat=100ms"
        })
@Import({PostgresConnection.class, KafkaConnection.class, IssuerConnection.class, TestSurroundings.class})
public abstract class WaitingRoom {
    private static final long PER_MINUTE = 60_000_000;

    @LocalServerPort
    int port;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected KafkaTemplate<String, byte[]> kafka;

    @Autowired
    protected LuaScripts scripts;

    protected QueueClient client() {
        return new QueueClient(port);
    }

    /** An event on sale since a minute. */
    protected UUID eventOnSale() {
        return event("FIFO", Instant.now().minusSeconds(60), Instant.now().plusSeconds(86_400));
    }

    protected UUID event(String mode, Instant opens, Instant closes) {
        var id = UUID.randomUUID();
        EventServiceStub.publish(id, eventJson(id, mode, opens, closes));
        return id;
    }

    protected static String eventJson(UUID id, String mode, Instant opens, Instant closes) {
        return """
                {"event_id":"%s","occurred_at":"2027-01-01T00:00:00Z","aggregate_version":1,"name":"Night","date":"%s",
                 "sale_dates":{"presale":null,"general":"%s"},"pricing_tiers":[{"section":"Floor","price":500.00}],
                 "waiting_room":{"mode":"%s","lobby_minutes":30},"currency":"EUR","ticket_limit":4}""".formatted(id, closes, opens, mode);
    }

    /** Lets the next ones in, as the ticker would at a rate without end. */
    protected void letIn(UUID event, int atMost) {
        scripts.named("admission/admit").run(event, "AUTO", PER_MINUTE, 1_000, 120_000, atMost, 0, 120_000, 600_000);
    }

    /** Publishes as another service does. */
    protected void hear(String topic, String name, UUID event, String data) {
        var record = new ProducerRecord<String, byte[]>(topic, event.toString(), data.getBytes(StandardCharsets.UTF_8));
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", Ids.next().toString());
        header(record, "ce_source", "/boxoffice/test");
        header(record, "ce_type", "io.boxoffice." + name + ".v1");
        header(record, "ce_time", "2027-01-01T00:00:00Z");
        header(record, "ce_subject", event.toString());
        header(record, "content-type", "application/json");
        try {
            kafka.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
