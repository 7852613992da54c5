package io.boxoffice.auditor.source;

import io.boxoffice.auditor.rule.Told;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** What the topics carry, event by event; belongs to no consumer group, so that nobody notices. For one thread. */
public final class Topics implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("boxoffice.queue", "boxoffice.seats", "boxoffice.tickets", "boxoffice.orders", "boxoffice.resale");
    private static final Duration MOST = Duration.ofMinutes(2);
    private static final String MILLIS_TO_ANSWER = "20000";

    private final String bootstrapServers;
    private final Instant since;
    private final Map<UUID, Told> told = new HashMap<>();
    private @Nullable KafkaConsumer<String, String> consumer;

    /** Knows nothing yet; will read from a time on. */
    public Topics(String bootstrapServers, Instant since) {
        this.bootstrapServers = bootstrapServers;
        this.since = since;
    }

    /** From when on the topics are known. */
    public Instant since() {
        return since;
    }

    /** What they carry about an event, as of the last {@link #catchUp}. */
    public Told of(UUID event) {
        return told.computeIfAbsent(event, unknown -> new Told());
    }

    /** Forgets what nobody asks for any more. */
    public void keep(Set<UUID> events) {
        told.keySet().retainAll(events);
    }

    /** Reads on, up to what the topics hold now, about the events asked for. */
    public void catchUp(Predicate<UUID> which) {
        try {
            readOn(connected(), which);
        } catch (RuntimeException wrong) {
            // begin anew: whatever was read in part is read again, and counts once
            close();
            throw wrong;
        }
    }

    private void readOn(KafkaConsumer<String, String> open, Predicate<UUID> which) {
        assignWhatThereIs(open);
        Set<TopicPartition> partitions = open.assignment();
        Map<TopicPartition, Long> ends = open.endOffsets(partitions);
        long patienceEnds = System.nanoTime() + MOST.toNanos();
        while (partitions.stream().anyMatch(partition -> open.position(partition) < ends.getOrDefault(partition, 0L))) {
            if (System.nanoTime() > patienceEnds) {
                throw new IllegalStateException("the topics could not be read to their end in time");
            }
            for (ConsumerRecord<String, String> record : open.poll(Duration.ofMillis(200))) {
                take(record, which);
            }
        }
    }

    private void take(ConsumerRecord<String, String> record, Predicate<UUID> which) {
        UUID event = event(record.key());
        if (event != null && which.test(event)) {
            Wire.add(of(event), type(record), record.value() == null ? "" : record.value());
        }
    }

    private static @Nullable UUID event(@Nullable String key) {
        try {
            return key == null ? null : UUID.fromString(key);
        } catch (IllegalArgumentException notAnEvent) {
            return null;
        }
    }

    private static String type(ConsumerRecord<String, String> record) {
        var header = record.headers().lastHeader("ce_type");
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** A topic may be made later than we begin. */
    private void assignWhatThereIs(KafkaConsumer<String, String> open) {
        List<TopicPartition> all = open.listTopics().entrySet().stream()
                .filter(topic -> NAMES.contains(topic.getKey()))
                .flatMap(topic -> topic.getValue().stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        List<TopicPartition> fresh = new ArrayList<>(all);
        fresh.removeAll(open.assignment());
        if (fresh.isEmpty()) {
            return;
        }
        open.assign(all);
        Map<TopicPartition, Long> ends = open.endOffsets(fresh);
        Map<TopicPartition, Long> times = new HashMap<>();
        fresh.forEach(partition -> times.put(partition, since.toEpochMilli()));
        open.offsetsForTimes(times)
                .forEach((partition, found) ->
                        open.seek(partition, found == null ? ends.getOrDefault(partition, 0L) : found.offset()));
    }

    private KafkaConsumer<String, String> connected() {
        KafkaConsumer<String, String> open = consumer;
        if (open == null) {
            open = new KafkaConsumer<>(properties());
            consumer = open;
        }
        return open;
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.setProperty(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class.getName());
        properties.setProperty(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class.getName());
        properties.setProperty(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        properties.setProperty(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "1000");
        properties.setProperty(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, "2097152");
        properties.setProperty(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, "262144");
        properties.setProperty(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, MILLIS_TO_ANSWER);
        return properties;
    }

    @Override
    public void close() {
        if (consumer != null) {
            consumer.close();
            consumer = null;
        }
    }
}
