package io.boxoffice.inventory.availability;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AvailabilityPropertiesTests {

    @Test
    void theIntervalIsReadFromItsKey() {
        assertThat(bind(Map.of("inventory.availability-refresh", "2s")).availabilityRefresh())
                .isEqualTo(ofSeconds(2));
        assertThat(bind(Map.of()).availabilityRefresh()).isEqualTo(ofMillis(250));
    }

    private static AvailabilityProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("inventory", AvailabilityProperties.class);
    }
}
