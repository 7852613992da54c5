package io.boxoffice.waitingroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.waitingroom.WaitingRoomProperties.Admission;
import io.boxoffice.waitingroom.WaitingRoomProperties.Challenge;
import io.boxoffice.waitingroom.WaitingRoomProperties.Mode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

class WaitingRoomPropertiesTests {
    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Settings.class);

    @EnableConfigurationProperties(WaitingRoomProperties.class)
    static class Settings {}

    @Test
    void theDefaultsAreThoseOfTheContract() {
        context.run(started -> assertThat(started.getBean(WaitingRoomProperties.class))
                .isEqualTo(new WaitingRoomProperties(
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(10),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(10),
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(10),
                        new Admission(Mode.AUTO, 600, 60, 30_000, Duration.ofMillis(500), 0.05, 0.9, 0.95),
                        2000,
                        new Challenge(Duration.ofHours(24)))));
    }

    @Test
    void everyPropertyIsReadFromItsKey() {
        context.withPropertyValues(
                        "waiting-room.lease=1s",
                        "waiting-room.access-token-ttl=2s",
                        "waiting-room.abandon-after=3s",
                        "waiting-room.return-grace=4s",
                        "waiting-room.recovery-window=11s",
                        "waiting-room.poll-min=5s",
                        "waiting-room.poll-default=6s",
                        "waiting-room.poll-max=7s",
                        "waiting-room.admission.mode=PAUSED",
                        "waiting-room.admission.rate=8",
                        "waiting-room.admission.floor=11",
                        "waiting-room.admission.ceiling=12",
                        "waiting-room.admission.target-p95=13s",
                        "waiting-room.admission.max-errors=0.14",
                        "waiting-room.admission.max-pool=0.15",
                        "waiting-room.admission.max-cpu=0.16",
                        "waiting-room.max-active=9",
                        "waiting-room.challenge.new-account=10s")
                .run(started -> assertThat(started.getBean(WaitingRoomProperties.class))
                        .isEqualTo(new WaitingRoomProperties(
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(3),
                                Duration.ofSeconds(4),
                                Duration.ofSeconds(11),
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(6),
                                Duration.ofSeconds(7),
                                new Admission(Mode.PAUSED, 8, 11, 12, Duration.ofSeconds(13), 0.14, 0.15, 0.16),
                                9,
                                new Challenge(Duration.ofSeconds(10)))));
    }

    @Test
    void nonsenseStopsTheStart() {
        for (var nonsense : new String[] {
            "waiting-room.max-active=0",
            "waiting-room.admission.rate=0",
            "waiting-room.admission.floor=30001",
            "waiting-room.admission.target-p95=0s",
            "waiting-room.admission.max-errors=0",
            "waiting-room.admission.max-pool=1.1",
            "waiting-room.lease=0s",
            "waiting-room.poll-min=1m"
        }) {
            context.withPropertyValues(nonsense)
                    .run(started -> assertThat(started).as(nonsense).hasFailed());
        }
    }
}
