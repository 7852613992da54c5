package io.boxoffice.fleet.provider.webhook;

import io.boxoffice.fleet.provider.SimulatorProperties;
import io.boxoffice.fleet.provider.books.Books;
import io.boxoffice.fleet.provider.fault.Faults;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Starts the delivery of events. */
@Configuration(proxyBeanMethods = false)
public class WebhookConfiguration {
    @Bean
    Webhooks webhooks(
            Books books, Faults faults, SimulatorProperties properties, JsonMapper json, InstantSource clock) {
        var sender = new Sender(properties.webhookUrl(), new Signature(properties.webhookSecret()), clock);
        return new Webhooks(books, faults, sender, json);
    }
}
