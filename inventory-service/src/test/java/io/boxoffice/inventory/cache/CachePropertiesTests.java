package io.boxoffice.inventory.cache;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class CachePropertiesTests {

    @Test
    void everyPropertyIsReadFromItsKey() {
        assertThat(bind(Map.of("cache.l3", "1s", "cache.l2-sale", "3s", "cache.l2", "1m")))
                .isEqualTo(new CacheProperties(ofSeconds(1), ofSeconds(3), ofMinutes(1)));
    }

    @Test
    void theDefaultsAreTheContracts() {
        assertThat(bind(Map.of())).isEqualTo(new CacheProperties(ofSeconds(10), ofSeconds(30), ofMinutes(5)));
    }

    private static CacheProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("cache", CacheProperties.class);
    }
}
