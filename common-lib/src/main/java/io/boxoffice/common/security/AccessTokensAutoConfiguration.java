package io.boxoffice.common.security;

import com.nimbusds.jose.JWSAlgorithm;
import io.boxoffice.common.messaging.MessageReader;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.MessageListener;

/** Verification of access tokens, in services that say {@code boxoffice.access-tokens.key-set-uri}. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
            "io.boxoffice.common.messaging.MessagingAutoConfiguration"
        })
@ConditionalOnProperty("boxoffice.access-tokens.key-set-uri")
public class AccessTokensAutoConfiguration {

    @Bean
    AccessTokens accessTokens(
            @org.springframework.beans.factory.annotation.Value("${boxoffice.access-tokens.key-set-uri}") URI keySet,
            EndedSessions endedSessions,
            Clock clock) {
        return new AccessTokens(BearerTokens.processor(keySet, JWSAlgorithm.ES256), endedSessions, clock);
    }

    @Bean
    EndedSessions endedSessions(Clock clock) {
        return new EndedSessions(clock);
    }

    /** Every instance hears everything: a group of its own, read from half an hour back, nothing committed. */
    @Bean
    ConcurrentMessageListenerContainer<String, byte[]> endedSessionsListener(
            ConsumerFactory<String, byte[]> consumers, EndedSessions endedSessions, MessageReader reader, Clock clock) {
        var properties = new ContainerProperties("boxoffice.queue");
        properties.setGroupId("ended-sessions-" + java.util.UUID.randomUUID());
        properties.getKafkaConsumerProperties().setProperty("enable.auto.commit", "false");
        properties.getKafkaConsumerProperties().setProperty("allow.auto.create.topics", "false");
        properties.setMissingTopicsFatal(false);
        properties.setAckMode(ContainerProperties.AckMode.MANUAL);
        properties.setMessageListener((MessageListener<String, byte[]>)
                (ConsumerRecord<String, byte[]> record) -> reader.read(record).ifPresent(endedSessions::hear));
        properties.setConsumerRebalanceListener(new ConsumerAwareRebalanceListener() {
            @Override
            public void onPartitionsAssigned(
                    org.apache.kafka.clients.consumer.Consumer<?, ?> consumer,
                    java.util.Collection<TopicPartition> partitions) {
                var from = clock.instant().minus(EndedSessions.KEPT).toEpochMilli();
                Map<TopicPartition, Long> times = new java.util.HashMap<>();
                partitions.forEach(partition -> times.put(partition, from));
                consumer.offsetsForTimes(times).forEach((partition, offset) -> {
                    if (offset != null) {
                        consumer.seek(partition, offset.offset());
                    } else {
                        consumer.seekToEnd(java.util.List.of(partition));
                    }
                });
            }
        });
        return new ConcurrentMessageListenerContainer<>(consumers, properties);
    }
}
