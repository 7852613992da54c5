package io.boxoffice.waitingroom;

import io.boxoffice.common.test.TestServers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.json.JsonMapper;

/** An admission as it was told. */
record Admitted(UUID entry, UUID user, UUID session, long score, Instant at) {
    private static final JsonMapper JSON = new JsonMapper();

    /** All that were told of an event so far, in order. */
    static List<Admitted> to(UUID event) {
        var found = new ArrayList<Admitted>();
        Map<String, Object> settings = Map.of("bootstrap.servers", TestServers.kafka());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor("boxoffice.queue").stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    if (record.key().equals(event.toString())
                            && header(record, "ce_type").contains("EntryAdmitted")) {
                        found.add(of(record));
                    }
                }
            }
        }
        return found;
    }

    private static Admitted of(ConsumerRecord<String, byte[]> record) {
        var data = JSON.readTree(record.value());
        return new Admitted(
                UUID.fromString(data.get("entry_id").asString()),
                UUID.fromString(data.get("user_id").asString()),
                UUID.fromString(data.get("session_id").asString()),
                data.get("score").asLong(),
                Instant.parse(data.get("occurred_at").asString()));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
