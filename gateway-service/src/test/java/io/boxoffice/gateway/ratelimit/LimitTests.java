package io.boxoffice.gateway.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boxoffice.common.test.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class LimitTests {

    private static final Limit TWO_IN_TEN_SECONDS = new Limit(2, Duration.ofSeconds(10));

    @Test
    void settingsAreReadFromTheirKeys() {
        assertThat(bind(Map.of(
                        "gateway.limits.address", "9/1m",
                        "gateway.limits.account", "2/10s",
                        "gateway.limits.answer-within", "1s")))
                .isEqualTo(new LimitProperties(
                        new Limit(9, Duration.ofMinutes(1)), TWO_IN_TEN_SECONDS, Duration.ofSeconds(1)));
    }

    @Test
    void withoutSettingsTheLimitsAreThoseOfTheContract() {
        assertThat(bind(Map.of()))
                .isEqualTo(new LimitProperties(
                        new Limit(600, Duration.ofSeconds(10)),
                        new Limit(60, Duration.ofSeconds(10)),
                        Duration.ofMillis(50)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"60", "0/10s", "60/0s", "x/10s", "60/soon"})
    void whatIsNoLimitIsRefused(String text) {
        assertThatThrownBy(() -> Limit.valueOf(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void countedAloneALimitHoldsAndIsOverWhenItsTimeIs() {
        var clock = new MovableClock(Instant.parse("2027-06-03T10:00:00Z"));
        var windows = new LocalWindows(clock);

        assertThat(windows.take(Scope.ADDRESS, "a", TWO_IN_TEN_SECONDS).passes())
                .isTrue();
        clock.advance(Duration.ofSeconds(4));
        assertThat(windows.take(Scope.ADDRESS, "a", TWO_IN_TEN_SECONDS))
                .isEqualTo(new Standing(true, 2, 0, Duration.ofSeconds(6)));
        assertThat(windows.take(Scope.ADDRESS, "a", TWO_IN_TEN_SECONDS).passes())
                .isFalse();
        assertThat(windows.take(Scope.ACCOUNT, "a", TWO_IN_TEN_SECONDS).passes())
                .isTrue();

        clock.advance(Duration.ofSeconds(6));
        assertThat(windows.take(Scope.ADDRESS, "a", TWO_IN_TEN_SECONDS).passes())
                .isTrue();
    }

    @Test
    void allAddressesOfOneSubscriberAreOne() {
        assertThat(AddressLimit.subscriber("2001:db8:1:2:3:4:5:6"))
                .isEqualTo(AddressLimit.subscriber("2001:db8:1:2::1"))
                .isNotEqualTo(AddressLimit.subscriber("2001:db8:1:3::1"));
        assertThat(AddressLimit.subscriber("198.51.100.7")).isEqualTo("198.51.100.7");
    }

    private static LimitProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("gateway.limits", LimitProperties.class);
    }
}
