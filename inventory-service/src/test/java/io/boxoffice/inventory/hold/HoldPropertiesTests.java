package io.boxoffice.inventory.hold;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class HoldPropertiesTests {

    @Test
    void everyPropertyIsReadFromItsKey() {
        assertThat(bind(Map.of(
                        "inventory.hold-ttl", "20s",
                        "inventory.sweep-every", "1s",
                        "inventory.decline-min-left", "5s")))
                .isEqualTo(new HoldProperties(ofSeconds(20), ofSeconds(1), ofSeconds(5)));
    }

    @Test
    void theDefaultsAreTheContracts() {
        assertThat(bind(Map.of())).isEqualTo(new HoldProperties(ofMinutes(10), ofSeconds(30), ofMinutes(2)));
    }

    private static HoldProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("inventory", HoldProperties.class);
    }
}
