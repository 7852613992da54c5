package io.boxoffice.inventory;

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
@ConfigurationPropertiesScan
@EnableScheduling
class InventoryApplication {
    private static final String EVENT = "/api/v1/events/*";

    static void main(String[] args) {
        SpringApplication.run(InventoryApplication.class, args);
    }

    @Bean
    AccessRules accessRules() {
        return requests -> {
            requests.requestMatchers(
                            HttpMethod.GET,
                            EVENT + "/seat-map",
                            EVENT + "/availability",
                            EVENT + "/availability/stream",
                            "/api/v1/scan-keys")
                    .permitAll();
            requests.requestMatchers(HttpMethod.POST, EVENT + "/holds").hasRole("FAN");
            requests.requestMatchers(HttpMethod.GET, EVENT + "/holds/*", EVENT + "/tickets", "/api/v1/tickets")
                    .hasRole("FAN");
            requests.requestMatchers(HttpMethod.POST, EVENT + "/tickets/*/credential")
                    .hasRole("FAN");
            requests.requestMatchers(HttpMethod.GET, EVENT + "/orders/*/tickets.pdf")
                    .hasAnyRole("FAN", "SUPPORT");
            requests.requestMatchers(HttpMethod.DELETE, EVENT + "/holds/*").hasRole("FAN");
            requests.requestMatchers(HttpMethod.POST, EVENT + "/scans").hasRole("SCANNER");
        };
    }

    @Bean
    KafkaAdmin.NewTopics topicsWeWrite(Topics topics) {
        return topics.named(
                "boxoffice.seats",
                "boxoffice.tickets",
                "boxoffice.catalog.inventory.dlt",
                "boxoffice.tickets.inventory-wallet.dlt");
    }
}
