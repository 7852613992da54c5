package io.boxoffice.notification;

import io.boxoffice.common.messaging.Topics;
import io.boxoffice.common.security.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

/** There is no HTTP API yet; the only topic we write is our dead letters. */
@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {

    @Bean
    AccessRules accessRules() {
        return _ -> {};
    }

    @Bean
    KafkaAdmin.NewTopics notificationTopics(Topics topics) {
        return topics.named("boxoffice.orders.notification.dlt");
    }
}
