package io.boxoffice.common.messaging;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.MessageListener;

/** Listeners by which every instance hears all of a topic: a group of its own, read from some time back, nothing committed. */
public final class Broadcasts {
    private final ConsumerFactory<String, byte[]> consumers;
    private final MessageReader reader;
    private final InstantSource clock;

    Broadcasts(ConsumerFactory<String, byte[]> consumers, MessageReader reader, InstantSource clock) {
        this.consumers = consumers;
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * A listener, to be made a bean.
     *
     * @param what names the listener's group
     * @param back how long ago the first message of interest may have been sent
     */
    public ConcurrentMessageListenerContainer<String, byte[]> listener(
            String topic, String what, Duration back, java.util.function.Consumer<Incoming> hear) {
        var properties = new ContainerProperties(topic);
        properties.setGroupId(what + "-" + UUID.randomUUID());
        properties.getKafkaConsumerProperties().setProperty("enable.auto.commit", "false");
        properties.getKafkaConsumerProperties().setProperty("allow.auto.create.topics", "false");
        properties.setMissingTopicsFatal(false);
        properties.setAckMode(ContainerProperties.AckMode.MANUAL);
        properties.setMessageListener(
                (MessageListener<String, byte[]>) record -> reader.read(record).ifPresent(hear));
        properties.setConsumerRebalanceListener(new FromSomeTimeBack(back));
        return new ConcurrentMessageListenerContainer<>(consumers, properties);
    }

    private final class FromSomeTimeBack implements ConsumerAwareRebalanceListener {
        private final Duration back;

        FromSomeTimeBack(Duration back) {
            this.back = back;
        }

        @Override
        public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
            var from = clock.instant().minus(back).toEpochMilli();
            var times = new HashMap<TopicPartition, Long>();
            partitions.forEach(partition -> times.put(partition, from));
            consumer.offsetsForTimes(times).forEach((partition, offset) -> {
                if (offset != null) {
                    consumer.seek(partition, offset.offset());
                } else {
                    consumer.seekToEnd(List.of(partition));
                }
            });
        }
    }
}
