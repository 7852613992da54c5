package io.boxoffice.event;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plays inventory on {@code boxoffice.seats} and listens to {@code boxoffice.catalog}. */
@TestComponent
public class Wire {
    private final KafkaTemplate<String, byte[]> kafka;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final List<ConsumerRecord<String, byte[]>> heard = new CopyOnWriteArrayList<>();

    Wire(KafkaTemplate<String, byte[]> kafka, JdbcClient jdbc, JsonMapper json) {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
        this.kafka = kafka;
        this.jdbc = jdbc;
        this.json = json;
    }

    @KafkaListener(topics = "boxoffice.catalog", groupId = "wire-test-${random.uuid}")
    void hear(ConsumerRecord<String, byte[]> record) {
        heard.add(record);
    }

    /** Tells it twice, as an at-least-once wire may. */
    public UUID tell(UUID eventId, String name, String data) {
        var id = UUID.randomUUID();
        send(eventId, id, name, data);
        send(eventId, id, name, data);
        return id;
    }

    /** Waits until everything told about this event has been heard: a last word of no effect goes the same way. */
    public void awaitHeard(UUID eventId) {
        var last = tell(
                eventId,
                "SaleReopened",
                "{\"event_id\":\"%s\",\"occurred_at\":\"2000-01-01T00:00:00Z\"}".formatted(eventId));
        Awaitility.await()
                .until(() -> jdbc.sql("SELECT count(*) FROM processed_messages WHERE message_id = ?")
                                .param(last)
                                .query(Integer.class)
                                .single()
                        == 1);
    }

    /** Waits until nothing is left to tell. */
    public void awaitTold() {
        Awaitility.await()
                .until(() -> jdbc.sql("SELECT count(*) FROM outbox")
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    public List<JsonNode> awaitPublished(UUID eventId, int atLeast) {
        return await(eventId, "EventPublished", atLeast);
    }

    /** What was told of this event under this name, once there is enough of it. */
    public List<JsonNode> await(UUID eventId, String name, int atLeast) {
        Awaitility.await().until(() -> told(eventId, name).size() >= atLeast);
        return told(eventId, name);
    }

    /** What was told of this event under this name by now. */
    public List<JsonNode> told(UUID eventId, String name) {
        return heard.stream()
                .filter(record -> record.key().equals(eventId.toString()))
                .filter(record -> ("io.boxoffice." + name + ".v1")
                        .equals(new String(
                                record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8)))
                .map(record -> json.readTree(record.value()))
                .toList();
    }

    private void send(UUID eventId, UUID id, String name, String data) {
        var record = new ProducerRecord<>("boxoffice.seats", eventId.toString(), data.getBytes(StandardCharsets.UTF_8));
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", id.toString());
        header(record, "ce_source", "/boxoffice/inventory");
        header(record, "ce_type", "io.boxoffice." + name + ".v1");
        header(record, "ce_subject", eventId.toString());
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
