package io.boxoffice.e2e.bench;

import io.boxoffice.e2e.client.http.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads who was let in when, as {@code EntryAdmitted} tells on {@code boxoffice.queue}: Redis's own time of each admission. */
final class Admissions implements AutoCloseable {

    private static final String TOPIC = "boxoffice.queue";
    private static final String TYPE = "io.boxoffice.EntryAdmitted.v1";
    private static final Duration QUIET = Duration.ofSeconds(10);

    private final KafkaConsumer<String, String> consumer;
    private final UUID event;

    /** Somebody let in. */
    record Admission(Instant at, long joinNumber, long score) {}

    Admissions(String bootstrapServers, UUID event) {
        this.event = event;
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new StringDeserializer(),
                new StringDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Everybody let in so far, once each, in the order they were told: reads until nothing has come for a while. */
    List<Admission> all() {
        Set<String> heard = new HashSet<>();
        List<Admission> admissions = new ArrayList<>();
        long quietSince = System.nanoTime();
        while (System.nanoTime() - quietSince < QUIET.toNanos()) {
            for (ConsumerRecord<String, String> message : consumer.poll(Duration.ofMillis(200))) {
                if (event.toString().equals(message.key())
                        && header(message, "ce_type").equals(TYPE)
                        && heard.add(header(message, "ce_id"))) {
                    admissions.add(read(message.value()));
                    quietSince = System.nanoTime();
                }
            }
        }
        return admissions;
    }

    private static Admission read(String message) {
        var data = Json.tree(message);
        return new Admission(
                Instant.parse(data.path("occurred_at").asString()),
                data.path("join_number").asLong(),
                data.path("score").asLong());
    }

    private static String header(ConsumerRecord<String, String> message, String name) {
        var header = message.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
