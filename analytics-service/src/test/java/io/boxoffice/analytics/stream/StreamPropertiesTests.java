package io.boxoffice.analytics.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class StreamPropertiesTests {

    @Test
    void everyPropertyIsReadFromItsKey() {
        assertThat(bind(Map.of(
                        "analytics.state-dir", "/var/lib/analytics",
                        "analytics.commit-every", "1s",
                        "analytics.remember", "2h",
                        "analytics.check-every", "3s")))
                .isEqualTo(new StreamProperties(
                        Path.of("/var/lib/analytics"),
                        Duration.ofSeconds(1),
                        Duration.ofHours(2),
                        Duration.ofSeconds(3)));
    }

    @Test
    void theDefaultsAreThoseOfTheReadme() {
        assertThat(bind(Map.of("analytics.state-dir", "/tmp/x")))
                .isEqualTo(new StreamProperties(
                        Path.of("/tmp/x"), Duration.ofMillis(500), Duration.ofHours(24), Duration.ofSeconds(1)));
    }

    private static StreamProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("analytics", StreamProperties.class);
    }
}
