package io.boxoffice.waitingroom;

import io.boxoffice.common.security.AccessRules;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;

@SpringBootApplication
@ConfigurationPropertiesScan
class WaitingRoomApplication {

    static void main(String[] args) {
        SpringApplication.run(WaitingRoomApplication.class, args);
    }

    /** Polls carry a queue token and its secret instead of a bearer token. */
    @Bean
    AccessRules accessRules() {
        return requests -> {
            requests.requestMatchers(HttpMethod.POST, "/api/v1/events/*/queue/entries")
                    .hasRole("FAN");
            requests.requestMatchers(
                            "/api/v1/events/*/queue/entries/me",
                            "/api/v1/events/*/queue/entries/me/stream",
                            "/api/v1/events/*/queue")
                    .permitAll();
            requests.requestMatchers(
                            HttpMethod.GET, "/api/v1/events/*/queue/draw", "/api/v1/events/*/queue/draw/participants")
                    .permitAll();
            requests.requestMatchers("/api/v1/ops/events/*/queue", "/api/v1/ops/events/*/queue/audit")
                    .hasRole("OPS");
            requests.requestMatchers("/.well-known/access-token-jwks.json").permitAll();
        };
    }
}
