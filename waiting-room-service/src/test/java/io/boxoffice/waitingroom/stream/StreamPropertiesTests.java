package io.boxoffice.waitingroom.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class StreamPropertiesTests {
    private static StreamProperties bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("waiting-room.streams", StreamProperties.class);
    }

    @Test
    void theDefaultsAreThoseOfTheReadme() {
        assertThat(bind(Map.of())).isEqualTo(new StreamProperties(2000, Duration.ofSeconds(1), Duration.ofSeconds(5)));
    }

    @Test
    void everyPropertyIsReadFromItsKey() {
        assertThat(bind(Map.of(
                        "waiting-room.streams.max", "1",
                        "waiting-room.streams.every", "2s",
                        "waiting-room.streams.heartbeat", "3s")))
                .isEqualTo(new StreamProperties(1, Duration.ofSeconds(2), Duration.ofSeconds(3)));
    }
}
