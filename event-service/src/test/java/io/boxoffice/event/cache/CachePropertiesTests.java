package io.boxoffice.event.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class CachePropertiesTests {

    @Test
    void everyPropertyIsReadFromItsKey() {
        var source =
                new MapConfigurationPropertySource(Map.of("cache.l3", "3s", "cache.l2-sale", "20s", "cache.l2", "1m"));

        assertThat(new Binder(source).bindOrCreate("cache", CacheProperties.class))
                .isEqualTo(new CacheProperties(Duration.ofSeconds(3), Duration.ofSeconds(20), Duration.ofMinutes(1)));
        assertThat(new Binder().bindOrCreate("cache", CacheProperties.class))
                .isEqualTo(new CacheProperties(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(5)));
    }
}
