package io.boxoffice.payment;

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
class PaymentApplication {

    static void main(String[] args) {
        SpringApplication.run(PaymentApplication.class, args);
    }

    @Bean
    AccessRules accessRules() {
        return requests -> requests.requestMatchers(HttpMethod.POST, "/api/v1/events/*/orders")
                .hasRole("FAN")
                .requestMatchers(HttpMethod.GET, "/api/v1/events/*/holds/*/quote")
                .hasRole("FAN")
                .requestMatchers(
                        HttpMethod.GET,
                        "/api/v1/orders",
                        "/api/v1/orders/*",
                        "/api/v1/orders/*/refunds/*",
                        "/api/v1/orders/*/receipt.pdf")
                .hasAnyRole("FAN", "SUPPORT")
                .requestMatchers(HttpMethod.POST, "/api/v1/orders/*/refunds")
                .hasRole("SUPPORT")
                .requestMatchers(HttpMethod.GET, "/api/v1/payment-config")
                .permitAll()
                .requestMatchers(HttpMethod.POST, "/api/v1/webhooks/payments")
                .permitAll();
    }

    @Bean
    KafkaAdmin.NewTopics orderTopics(Topics topics) {
        return topics.named(
                "boxoffice.orders",
                "boxoffice.catalog.payment.dlt",
                "boxoffice.catalog.payment-cancellation.dlt",
                "boxoffice.orders.payment-capture.dlt",
                "boxoffice.resale.payment-ledger.dlt");
    }
}
