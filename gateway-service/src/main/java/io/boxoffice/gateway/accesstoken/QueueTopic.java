package io.boxoffice.gateway.accesstoken;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/** All partitions of the waiting room's topic, from some point in time on. */
@Component
class QueueTopic {

    private static final int API_TIMEOUT_MS = 5_000;

    private final ConsumerFactory<?, ?> settings;
    private final DenyListProperties properties;

    QueueTopic(ConsumerFactory<?, ?> settings, DenyListProperties properties) {
        this.settings = settings;
        this.properties = properties;
    }

    /** A consumer that stands there; one without partitions while the topic does not exist. */
    KafkaConsumer<String, byte[]> openFrom(Instant start) {
        var consumer = new KafkaConsumer<>(consumerSettings(), new StringDeserializer(), new ByteArrayDeserializer());
        try {
            var partitions = partitions(consumer);
            consumer.assign(partitions);
            seek(consumer, partitions, start);
            return consumer;
        } catch (RuntimeException failed) {
            consumer.close();
            throw failed;
        }
    }

    private List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer) {
        return consumer.partitionsFor(properties.topic()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private static void seek(KafkaConsumer<?, ?> consumer, List<TopicPartition> partitions, Instant start) {
        var wanted = partitions.stream().collect(Collectors.toMap(partition -> partition, _ -> start.toEpochMilli()));
        consumer.offsetsForTimes(wanted).forEach((partition, found) -> {
            // nothing that young yet: whatever comes next is new
            if (found == null) {
                consumer.seekToEnd(List.of(partition));
            } else {
                consumer.seek(partition, found.offset());
            }
        });
    }

    private HashMap<String, Object> consumerSettings() {
        var all = new HashMap<>(settings.getConfigurationProperties());
        all.remove(ConsumerConfig.GROUP_ID_CONFIG);
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        all.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, API_TIMEOUT_MS);
        all.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, API_TIMEOUT_MS);
        return all;
    }
}
