package io.boxoffice.inventory.hold;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class GroupPropertiesTests {

    @Test
    void everyPropertyIsReadFromItsKey() {
        assertThat(bind(Map.of(
                        "inventory.group.most", "8",
                        "inventory.group.leaders", "3",
                        "inventory.group.wait", "2ms",
                        "inventory.group.patience", "4s")))
                .isEqualTo(new GroupProperties(8, 3, ofMillis(2), ofSeconds(4)));
    }

    @Test
    void theDefaultsAreTheDocumentedOnes() {
        assertThat(bind(Map.of())).isEqualTo(new GroupProperties(64, 2, ofMillis(1), ofSeconds(10)));
    }

    private static GroupProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("inventory.group", GroupProperties.class);
    }
}
