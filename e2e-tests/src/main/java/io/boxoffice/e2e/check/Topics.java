package io.boxoffice.e2e.check;

import io.boxoffice.e2e.check.Truth.Message;
import io.boxoffice.e2e.client.http.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what the topics carry about one event. */
final class Topics {

    private static final List<String> NAMES =
            List.of("boxoffice.queue", "boxoffice.seats", "boxoffice.tickets", "boxoffice.orders");
    private static final Duration MOST = Duration.ofSeconds(60);

    private final String bootstrapServers;

    Topics(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** All messages of the event since a time, up to what the topics hold now. */
    List<Message> messages(UUID event, Instant since) {
        try (var consumer = new KafkaConsumer<String, String>(properties())) {
            List<TopicPartition> partitions = NAMES.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            seek(consumer, partitions, since, ends);
            List<Message> messages = new ArrayList<>();
            long patienceEnds = System.nanoTime() + MOST.toNanos();
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                if (System.nanoTime() > patienceEnds) {
                    throw new IllegalStateException("the topics could not be read to their end in time");
                }
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    if (event.toString().equals(record.key())) {
                        messages.add(message(record));
                    }
                }
            }
            return messages;
        }
    }

    private static void seek(
            KafkaConsumer<String, String> consumer,
            List<TopicPartition> partitions,
            Instant since,
            Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach(partition -> times.put(partition, since.toEpochMilli()));
        consumer.offsetsForTimes(times)
                .forEach((partition, found) ->
                        consumer.seek(partition, found == null ? ends.getOrDefault(partition, 0L) : found.offset()));
    }

    private static Message message(ConsumerRecord<String, String> record) {
        return new Message(
                header(record, "ce_id"),
                header(record, "ce_type"),
                header(record, "ce_subject"),
                Json.tree(record.value() == null ? "{}" : record.value()));
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.setProperty(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class.getName());
        properties.setProperty(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class.getName());
        properties.setProperty(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        properties.setProperty(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "5000");
        return properties;
    }
}
