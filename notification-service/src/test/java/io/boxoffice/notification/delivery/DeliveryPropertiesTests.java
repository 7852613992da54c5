package io.boxoffice.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DeliveryPropertiesTests {

    @Test
    void everyPropertyIsReadFromItsKey() {
        assertThat(bind(Map.of(
                        "workers", "2",
                        "mass-workers", "1",
                        "look-every", "2s",
                        "lease", "3s",
                        "retry-first", "4s",
                        "retry-most", "5s",
                        "max-age", "7s",
                        "settle", "6s")))
                .isEqualTo(new DeliveryProperties(
                        2,
                        1,
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(7),
                        Duration.ofSeconds(6)));
    }

    @Test
    void pausesDoubleUpToTheLongest() {
        var properties = bind(Map.of("retry-first", "1s", "retry-most", "5s"));

        assertThat(properties.pauseAfter(1, 0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(properties.pauseAfter(3, 0)).isEqualTo(Duration.ofSeconds(4));
        assertThat(properties.pauseAfter(1000, 0)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void chanceShortensAPauseByHalfAtMost() {
        var properties = bind(Map.of("retry-first", "1s"));

        assertThat(properties.pauseAfter(1, 1)).isEqualTo(Duration.ofMillis(500));
        assertThat(properties.pauseAfter(1, 0.5)).isEqualTo(Duration.ofMillis(750));
    }

    private static DeliveryProperties bind(Map<String, String> values) {
        var source = new MapConfigurationPropertySource();
        values.forEach((key, value) -> source.put("notification.delivery." + key, value));
        return new Binder(source).bindOrCreate("notification.delivery", DeliveryProperties.class);
    }
}
