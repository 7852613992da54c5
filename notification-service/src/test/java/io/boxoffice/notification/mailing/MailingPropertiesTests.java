package io.boxoffice.notification.mailing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class MailingPropertiesTests {

    @Test
    void everyPropertyIsReadFromItsKey() {
        var source = new MapConfigurationPropertySource(
                Map.of("notification.mailing.batch", "7", "notification.mailing.every", "3s"));

        assertThat(new Binder(source).bindOrCreate("notification.mailing", MailingProperties.class))
                .isEqualTo(new MailingProperties(7, Duration.ofSeconds(3)));
    }
}
