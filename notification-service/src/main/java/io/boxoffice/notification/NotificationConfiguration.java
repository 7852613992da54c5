package io.boxoffice.notification;

import io.boxoffice.common.messaging.Topics;
import io.boxoffice.common.security.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.kafka.core.KafkaAdmin;

/** Who may call what; the only topics we write are our dead letters. */
@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {

    @Bean
    AccessRules accessRules() {
        return requests -> requests.requestMatchers(HttpMethod.PUT, "/api/v1/events/*/notify-me")
                .hasRole("FAN");
    }

    @Bean
    KafkaAdmin.NewTopics notificationTopics(Topics topics) {
        return topics.named(
                "boxoffice.orders.notification.dlt",
                "boxoffice.catalog.notification.dlt",
                "boxoffice.seats.notification.dlt");
    }
}
