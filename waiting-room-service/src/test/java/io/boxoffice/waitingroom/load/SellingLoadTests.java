package io.boxoffice.waitingroom.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.common.test.GoldenFiles;
import io.boxoffice.common.test.MovableClock;
import io.boxoffice.waitingroom.Messages;
import io.boxoffice.waitingroom.WaitingRoomProperties;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SellingLoadTests {
    private final MovableClock clock = new MovableClock(Instant.parse("2027-01-01T00:00:00Z"));
    private final SellingLoad load = new SellingLoad(
            new Limits(new Binder(new MapConfigurationPropertySource())
                    .bindOrCreate("waiting-room", WaitingRoomProperties.class)),
            clock,
            new SimpleMeterRegistry());

    private void hear(String service, String instance, int p95) {
        load.hear(Messages.read("LoadReported", """
                {"service":"%s","instance":"%s","p95_ms":%d,"error_ratio":0,"pool_saturation":0,"cpu":0.1,"requests":100,
                 "occurred_at":"2027-01-01T00:00:00Z"}""".formatted(service, instance, p95)));
    }

    @Test
    void theLoadThatServicesTellIsUnderstood() {
        load.hear(Messages.read("LoadReported", GoldenFiles.read("common-test", "load-reported")));

        assertThat(load.now()).get().satisfies(strain -> {
            assertThat(strain.worst().what()).isEqualTo("inventory p95 812 ms");
            assertThat(strain.age()).isZero();
        });
    }

    @Test
    void onlyThoseThatSellCount() {
        hear("analytics", "a", 9_000);

        assertThat(load.now()).isEmpty();
    }

    @Test
    void everyInstanceCountsUntilItHasBeenSilentForFiveSeconds() {
        hear("inventory", "a", 900);
        clock.advance(Duration.ofSeconds(3));
        hear("inventory", "b", 100);

        assertThat(load.now().orElseThrow().worst().what()).isEqualTo("inventory p95 900 ms");
        clock.advance(Duration.ofSeconds(3));
        assertThat(load.now().orElseThrow().worst().what()).isEqualTo("inventory p95 100 ms");
        assertThat(load.now().orElseThrow().age()).isEqualTo(Duration.ofSeconds(3));
        clock.advance(Duration.ofSeconds(3));
        assertThat(load.now()).isEmpty();
    }

    @Test
    void whatWasSaidSecondsAgoIsForgotten() {
        hear("gateway", "a", 900);
        for (int i = 0; i < 6; i++) {
            clock.advance(Duration.ofSeconds(1));
            hear("gateway", "a", 100);
        }

        assertThat(load.now().orElseThrow().worst().what()).isEqualTo("gateway p95 100 ms");
    }
}
