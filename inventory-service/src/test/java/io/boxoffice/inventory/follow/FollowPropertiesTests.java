package io.boxoffice.inventory.follow;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class FollowPropertiesTests {
    private static FollowProperties bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("inventory.stream", FollowProperties.class);
    }

    @Test
    void theDefaultsAreThoseOfTheReadme() {
        assertThat(bind(Map.of())).isEqualTo(new FollowProperties(ofMillis(100), ofMinutes(1)));
    }

    @Test
    void everyPropertyIsReadFromItsKey() {
        assertThat(bind(Map.of("inventory.stream.every", "1s", "inventory.stream.check", "2s")))
                .isEqualTo(new FollowProperties(ofSeconds(1), ofSeconds(2)));
    }
}
