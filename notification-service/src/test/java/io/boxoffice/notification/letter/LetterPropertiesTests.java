package io.boxoffice.notification.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class LetterPropertiesTests {

    @Test
    void everyPropertyIsReadFromItsKey() {
        var source =
                new MapConfigurationPropertySource(Map.of("notification.letter.web-url", "https://tickets.example"));
        var properties = new Binder(source).bindOrCreate("notification.letter", LetterProperties.class);

        assertThat(properties).isEqualTo(new LetterProperties(URI.create("https://tickets.example")));
        assertThat(properties.event(new UUID(0, 1)))
                .hasToString("https://tickets.example/events/00000000-0000-0000-0000-000000000001");
    }
}
