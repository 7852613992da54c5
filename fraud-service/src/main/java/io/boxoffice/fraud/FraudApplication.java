package io.boxoffice.fraud;

import io.boxoffice.common.security.AccessRules;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.scheduling.annotation.EnableScheduling;

@SpringBootApplication
@EnableScheduling
@ConfigurationPropertiesScan
class FraudApplication {

    static void main(String[] args) {
        SpringApplication.run(FraudApplication.class, args);
    }

    @Bean
    AccessRules accessRules() {
        return requests -> {
            requests.requestMatchers(HttpMethod.POST, "/api/v1/challenges", "/api/v1/challenges/*/solutions")
                    .hasRole("FAN");
            requests.requestMatchers("/.well-known/clearance-jwks.json").permitAll();
        };
    }
}
