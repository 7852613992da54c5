package io.boxoffice.inventory.ticket;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class TicketPropertiesTests {

    @Test
    void everyPropertyIsReadFromItsKey() {
        assertThat(bind(Map.of("tickets.code-step", "5s"))).isEqualTo(new TicketProperties(ofSeconds(5)));
    }

    @Test
    void theDefaultsAreTheContracts() {
        assertThat(bind(Map.of())).isEqualTo(new TicketProperties(ofSeconds(15)));
    }

    private static TicketProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("tickets", TicketProperties.class);
    }
}
