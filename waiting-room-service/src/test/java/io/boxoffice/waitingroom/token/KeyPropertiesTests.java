package io.boxoffice.waitingroom.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

class KeyPropertiesTests {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Settings.class);

    @EnableConfigurationProperties(KeyProperties.class)
    static class Settings {}

    @Test
    void theDefaultsAreThoseOfTheContract() {
        context.run(started -> {
            var properties = started.getBean(KeyProperties.class);
            assertThat(properties)
                    .isEqualTo(new KeyProperties(
                            Duration.ofDays(30),
                            Duration.ofMinutes(10),
                            Duration.ofMinutes(25),
                            Duration.ofDays(30),
                            Duration.ofMinutes(1),
                            List.of()));
            assertThat(properties.ofAccessKeys(Duration.ofMinutes(10)).keep()).isEqualTo(Duration.ofMinutes(26));
            assertThat(properties.ofAccessKeys(Duration.ofHours(1)).keep()).isEqualTo(Duration.ofMinutes(76));
        });
    }

    @Test
    void everyPropertyIsReadFromItsKeyAndNoSecretIsShown() {
        context.withPropertyValues(
                        "waiting-room.keys.rotate-every=1h",
                        "waiting-room.keys.publish-ahead=2s",
                        "waiting-room.keys.keep-access-keys=3s",
                        "waiting-room.keys.keep-queue-keys=4s",
                        "waiting-room.keys.reload-every=5s",
                        "waiting-room.keys.secret=" + SECRET + "," + SECRET + "2")
                .run(started -> assertThat(started.getBean(KeyProperties.class))
                        .isEqualTo(new KeyProperties(
                                Duration.ofHours(1),
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(3),
                                Duration.ofSeconds(4),
                                Duration.ofSeconds(5),
                                List.of(SECRET, SECRET + "2")))
                        .asString()
                        .doesNotContain(SECRET));
    }

    @Test
    void nonsenseStopsTheStart() {
        for (var nonsense : new String[] {"waiting-room.keys.secret=short", "waiting-room.keys.rotate-every=5m"}) {
            context.withPropertyValues(nonsense)
                    .run(started -> assertThat(started).as(nonsense).hasFailed());
        }
    }
}
