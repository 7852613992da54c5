package io.boxoffice.auditor.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AuditorPropertiesTests {

    private final Map<String, String> given = new HashMap<>(Map.ofEntries(
            Map.entry("auditor.kafka", "k:9092"),
            Map.entry("auditor.event.url", "jdbc:e"),
            Map.entry("auditor.event.username", "e"),
            Map.entry("auditor.payment.url", "jdbc:p"),
            Map.entry("auditor.payment.username", "p"),
            Map.entry("auditor.resale.url", "jdbc:r"),
            Map.entry("auditor.resale.username", "r"),
            Map.entry("auditor.directory.url", "jdbc:d"),
            Map.entry("auditor.directory.username", "d"),
            Map.entry("auditor.shards.shard-1.url", "jdbc:s"),
            Map.entry("auditor.shards.shard-1.username", "s")));

    @Test
    void theUsualPacesAreThoseOfTheReadme() {
        var properties = bind();

        assertThat(properties.every()).isEqualTo(Duration.ofSeconds(10));
        assertThat(properties.settle()).isEqualTo(Duration.ofSeconds(60));
        assertThat(properties.back()).isEqualTo(Duration.ofDays(3));
        assertThat(properties.provider()).isNull();
        assertThat(properties.sources().shards()).hasSize(1);
    }

    @Test
    void everyPropertyIsReadFromItsKey() {
        given.put("auditor.every", "2s");
        given.put("auditor.settle", "5s");
        given.put("auditor.back", "1h");
        given.put("auditor.provider.base-url", "http://p");
        given.put("auditor.provider.control-token", "t");
        given.put("auditor.shards.shard-1.password", "secret");

        var properties = bind();

        assertThat(properties.every()).isEqualTo(Duration.ofSeconds(2));
        assertThat(properties.settle()).isEqualTo(Duration.ofSeconds(5));
        assertThat(properties.back()).isEqualTo(Duration.ofHours(1));
        assertThat(properties.provider()).isEqualTo(new AuditorProperties.Provider("http://p", "t"));
        assertThat(properties.shards().get("shard-1").password()).isEqualTo("secret");
    }

    private AuditorProperties bind() {
        return new Binder(new MapConfigurationPropertySource(given))
                .bind("auditor", AuditorProperties.class)
                .get();
    }
}
