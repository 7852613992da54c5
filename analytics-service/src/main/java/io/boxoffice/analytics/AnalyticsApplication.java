package io.boxoffice.analytics;

import io.boxoffice.common.messaging.Topics;
import io.boxoffice.common.security.AccessRules;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.scheduling.annotation.EnableScheduling;

@SpringBootApplication
@EnableScheduling
@ConfigurationPropertiesScan
class AnalyticsApplication {

    static void main(String[] args) {
        SpringApplication.run(AnalyticsApplication.class, args);
    }

    @Bean
    AccessRules accessRules() {
        return requests -> requests.requestMatchers(HttpMethod.GET, "/api/v1/analytics/events/**")
                .hasAnyRole("ORGANIZER", "OPS");
    }

    /**
     * The topics are their producers', who make them with the same partitions; whoever comes first makes them. Kafka Streams
     * gives up where a topic it reads does not exist, and in a new fleet the readers may well be up before the writers.
     */
    @Bean
    KafkaAdmin.NewTopics topicsHeard(Topics topics) {
        return topics.named(
                "boxoffice.catalog",
                "boxoffice.queue",
                "boxoffice.seats",
                "boxoffice.tickets",
                "boxoffice.orders",
                "boxoffice.resale",
                "boxoffice.risk");
    }
}
