package io.boxoffice.inventory.move;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class MovePropertiesTests {

    @Test
    void everyPropertyIsReadFromItsKey() {
        assertThat(bind(Map.of(
                        "inventory.move.every", "5s",
                        "inventory.move.longest-pause", "1s",
                        "inventory.move.try-again", "2s",
                        "inventory.move.attempts", "3")))
                .isEqualTo(new MoveProperties(ofSeconds(5), ofSeconds(1), ofSeconds(2), 3));
    }

    @Test
    void theDefaultsAreThoseOfTheReadme() {
        assertThat(bind(Map.of())).isEqualTo(new MoveProperties(ofSeconds(1), ofMillis(900), ofSeconds(1), 10));
    }

    private static MoveProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("inventory.move", MoveProperties.class);
    }
}
