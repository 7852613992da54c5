package io.boxoffice.inventory.stream;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class StreamPropertiesTests {
    private static StreamProperties bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("inventory.stream", StreamProperties.class);
    }

    @Test
    void theDefaultsAreThoseOfTheReadme() {
        assertThat(bind(Map.of()))
                .isEqualTo(new StreamProperties(10_000, ofSeconds(15), ofSeconds(5), DataSize.ofKilobytes(128)));
    }

    @Test
    void everyPropertyIsReadFromItsKey() {
        assertThat(bind(Map.of(
                        "inventory.stream.most", "1",
                        "inventory.stream.heartbeat", "2s",
                        "inventory.stream.patience", "3s",
                        "inventory.stream.send-buffer", "4KB")))
                .isEqualTo(new StreamProperties(1, ofSeconds(2), ofSeconds(3), DataSize.ofKilobytes(4)));
    }
}
