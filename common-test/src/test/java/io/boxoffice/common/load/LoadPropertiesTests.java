package io.boxoffice.common.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class LoadPropertiesTests {
    private static LoadProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("boxoffice.load", LoadProperties.class);
    }

    @Test
    void theLoadIsToldOnceASecond() {
        assertThat(bind(Map.of())).isEqualTo(new LoadProperties(true, Duration.ofSeconds(1)));
    }

    @Test
    void everyPropertyIsReadFromItsKey() {
        assertThat(bind(Map.of("boxoffice.load.enabled", "false", "boxoffice.load.every", "2s")))
                .isEqualTo(new LoadProperties(false, Duration.ofSeconds(2)));
    }
}
