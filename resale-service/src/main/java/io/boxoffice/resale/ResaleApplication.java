package io.boxoffice.resale;

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
class ResaleApplication {

    static void main(String[] args) {
        SpringApplication.run(ResaleApplication.class, args);
    }

    @Bean
    AccessRules accessRules() {
        return requests -> requests.requestMatchers(
                        HttpMethod.GET, "/api/v1/resale/listings", "/api/v1/resale/listings/*")
                .permitAll()
                .requestMatchers(HttpMethod.POST, "/api/v1/resale/listings", "/api/v1/resale/listings/*/purchase")
                .hasRole("FAN")
                .requestMatchers(HttpMethod.DELETE, "/api/v1/resale/listings/*")
                .hasRole("FAN");
    }

    @Bean
    KafkaAdmin.NewTopics resaleTopics(Topics topics) {
        return topics.named("boxoffice.resale", "boxoffice.catalog.resale.dlt", "boxoffice.tickets.resale.dlt");
    }
}
