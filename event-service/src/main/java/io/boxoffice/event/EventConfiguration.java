package io.boxoffice.event;

import io.boxoffice.common.messaging.Topics;
import io.boxoffice.common.security.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.kafka.core.KafkaAdmin;

/** Who may call what, and which topics are ours to make. */
@Configuration(proxyBeanMethods = false)
class EventConfiguration {

    @Bean
    AccessRules accessRules() {
        return requests -> requests.requestMatchers(
                        HttpMethod.GET,
                        "/api/v1/venues",
                        "/api/v1/venues/*",
                        "/api/v1/events",
                        "/api/v1/events/*",
                        "/api/v1/images/*")
                .permitAll()
                .requestMatchers(HttpMethod.PATCH, "/api/v1/events/*")
                .hasRole("ORGANIZER")
                .requestMatchers(
                        HttpMethod.POST,
                        "/api/v1/venues",
                        "/api/v1/events",
                        "/api/v1/events/*/publish",
                        "/api/v1/events/*/cancel",
                        "/api/v1/events/*/postpone",
                        "/api/v1/events/*/images",
                        "/api/v1/events/*/presale-codes")
                .hasRole("ORGANIZER");
    }

    /** Dead letters are ours as well: nobody else writes that topic. */
    @Bean
    KafkaAdmin.NewTopics eventTopics(Topics topics) {
        return topics.named("boxoffice.catalog", "boxoffice.seats.event.dlt");
    }
}
