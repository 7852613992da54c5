package io.boxoffice.waitingroom.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SampleTests {

    @EnableConfigurationProperties(Sample.class)
    static class Settings {}

    private final UUID event = UUID.randomUUID();

    private long of(double rate, int fans) {
        var sample = new Sample(rate);
        return Stream.generate(UUID::randomUUID)
                .limit(fans)
                .filter(fan -> sample.contains(event, fan))
                .count();
    }

    @Test
    void aboutOneFanInTenIsInTheSample() {
        assertThat(of(0.10, 20_000)).isBetween(1_700L, 2_300L);
    }

    @Test
    void noneAndAllArePossible() {
        assertThat(of(0, 1_000)).isZero();
        assertThat(of(1, 1_000)).isEqualTo(1_000);
    }

    @Test
    void theRateIsReadFromItsKeyAndIsOneInTenByDefault() {
        var context = new ApplicationContextRunner().withUserConfiguration(Settings.class);
        context.run(started -> assertThat(started.getBean(Sample.class)).isEqualTo(new Sample(0.10)));
        context.withPropertyValues("fraud.challenge.sample-rate=0.25")
                .run(started -> assertThat(started.getBean(Sample.class)).isEqualTo(new Sample(0.25)));
    }

    @Test
    void tryingAgainChangesNothing() {
        var fan = UUID.randomUUID();
        assertThat(new Sample(0.5).contains(event, fan)).isEqualTo(new Sample(0.5).contains(event, fan));
    }
}
