package io.boxoffice.event.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class CachePropertiesTests {

    @Test
    void everyPropertyIsReadFromItsKey() {
        var source = new MapConfigurationPropertySource(Map.of("cache.l3", "3s"));

        assertThat(new Binder(source).bindOrCreate("cache", CacheProperties.class))
                .isEqualTo(new CacheProperties(Duration.ofSeconds(3)));
        assertThat(new Binder().bindOrCreate("cache", CacheProperties.class))
                .isEqualTo(new CacheProperties(Duration.ofSeconds(10)));
    }
}
