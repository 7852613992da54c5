package io.boxoffice.fleet.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FleetOptionsTests {

    @Test
    void settingsReachTheServicesAndPortsStayWithTheFleet() {
        var options =
                parse("--set", "inventory.hold-ttl=2m", "--set=payment.max-attempts=5", "--set", "ports.redis=7000");

        assertThat(options.forServices())
                .containsOnly(
                        java.util.Map.entry("inventory.hold-ttl", "2m"),
                        java.util.Map.entry("payment.max-attempts", "5"));
    }

    @Test
    void anUnknownKeyIsRefusedAndItsNeighboursAreNamed() {
        assertThatThrownBy(() -> parse("--set", "inventory.hold-tll=2m"))
                .isInstanceOf(FleetProblem.class)
                .hasMessageContaining("Did you mean inventory.hold-ttl");
        assertThatThrownBy(() -> parse("--set", "max-active=2")).hasMessageContaining("waiting-room.max-active");
        assertThatThrownBy(() -> parse("--set", "ports.mailer=2")).hasMessageContaining("ports.mail");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "inventory.hold-ttl=soon",
                "inventory.hold-ttl=0s",
                "inventory.hold-ttl=-2m",
                "inventory.hold-ttl=2",
                "inventory.hold-ttl=",
                "payment.max-attempts=0",
                "payment.max-attempts=many",
                "waiting-room.admission.mode=auto",
                "fraud.challenge.sample-rate=1.5",
                "gateway.limits.account=60",
                "ports.gateway=0",
                "ports.gateway=65536",
                "ports.offset=1e3"
            })
    void aValueOfTheWrongFormIsRefusedWithItsKey(String pair) {
        assertThatThrownBy(() -> parse("--set", pair))
                .isInstanceOf(FleetProblem.class)
                .hasMessageContaining(pair.substring(0, pair.indexOf('=')));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "inventory.hold-ttl=500ms",
                "waiting-room.lease=30s",
                "waiting-room.poll-max=1h",
                "waiting-room.admission.mode=MANUAL",
                "waiting-room.admission.rate=6000",
                "fraud.challenge.sample-rate=0.25",
                "gateway.limits.account=60/10s",
                "ports.gateway=65535",
                "ports.offset=-1000"
            })
    void aValueOfTheRightFormIsTaken(String pair) {
        assertThat(parse("--set", pair).settings()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--sets", "up", "--set", "--set=", "--set=a", "--instances=gateway=2", "--instances=inventory=10"
            })
    void whatUpDoesNotKnowIsRefused(String word) {
        assertThatThrownBy(() -> parse(word)).isInstanceOf(FleetProblem.class);
    }

    @Test
    void severalInstancesAreAskedForByName() {
        var options = parse("--instances", "waiting-room=3");

        assertThat(options.instancesOf("waiting-room")).isEqualTo(3);
        assertThat(options.instancesOf("inventory")).isOne();
    }

    @Test
    void theOptionsOfARunningFleetCanBeReadAgain() throws Exception {
        var options = parse("--perf", "--set", "ports.offset=100", "--instances", "inventory=2");
        var text = FleetJson.MAPPER.writeValueAsString(options);

        assertThat(FleetJson.MAPPER.readValue(text, FleetOptions.class)).isEqualTo(options);
    }

    private static FleetOptions parse(String... words) {
        return FleetOptions.parse(List.of(words));
    }
}
