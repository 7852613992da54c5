package io.boxoffice.waitingroom.outbox;

import io.boxoffice.common.messaging.Topics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

@Configuration(proxyBeanMethods = false)
class OutboxConfiguration {

    /** What we write: the queue's topic, and the dead letters of those we hear. */
    @Bean
    KafkaAdmin.NewTopics queueTopics(Topics topics) {
        return topics.named(
                QueueOutbox.TOPIC, "boxoffice.catalog.waiting-room.dlt", "boxoffice.seats.waiting-room.dlt");
    }
}
