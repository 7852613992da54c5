package io.boxoffice.waitingroom.outbox;

import io.boxoffice.common.messaging.Topics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

@Configuration(proxyBeanMethods = false)
class OutboxConfiguration {

    @Bean
    KafkaAdmin.NewTopics queueTopics(Topics topics) {
        return topics.named(QueueOutbox.TOPIC);
    }
}
