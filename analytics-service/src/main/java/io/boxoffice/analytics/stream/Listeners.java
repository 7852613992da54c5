package io.boxoffice.analytics.stream;

import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.stereotype.Component;
import org.springframework.util.backoff.FixedBackOff;

/** Makes the listeners of a count, whose topics and groups are known only when it is begun. */
@Component
class Listeners {
    /** A dead instance's share is taken over after this, in milliseconds. */
    static final int SESSION = 10_000;

    private final ConsumerFactory<String, byte[]> consumers;

    Listeners(ConsumerFactory<String, byte[]> consumers) {
        this.consumers = consumers;
    }

    MessageListenerContainer of(
            List<String> topics, String group, Consumer<List<ConsumerRecord<String, byte[]>>> take) {
        var properties = new ContainerProperties(topics.toArray(String[]::new));
        properties.setGroupId(group);
        properties.setMissingTopicsFatal(false);
        properties.setAckMode(ContainerProperties.AckMode.BATCH);
        // the end of a transaction takes an offset too: without this no group would ever be at the end of a changelog
        properties.setFixTxOffsets(true);
        var own = properties.getKafkaConsumerProperties();
        own.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        own.setProperty(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        own.setProperty(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, Integer.toString(SESSION));
        own.setProperty(ConsumerConfig.METADATA_MAX_AGE_CONFIG, "2000");
        properties.setMessageListener((BatchMessageListener<String, byte[]>) take::accept);
        var listener = new ConcurrentMessageListenerContainer<>(consumers, properties);
        // what fails here is the database being away: nothing is ever skipped
        listener.setCommonErrorHandler(
                new DefaultErrorHandler(new FixedBackOff(1000, FixedBackOff.UNLIMITED_ATTEMPTS)));
        return listener;
    }
}
