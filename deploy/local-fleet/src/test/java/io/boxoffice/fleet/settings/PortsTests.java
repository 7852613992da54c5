package io.boxoffice.fleet.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTests {

    @Test
    void everyProcessHasItsUsualPort() {
        var ports = new Ports(Map.of());

        assertThat(ports.of("gateway")).isEqualTo(8080);
        assertThat(ports.of("resale")).isEqualTo(8088);
        assertThat(ports.of("identity")).isEqualTo(8090);
        assertThat(ports.of("payment-simulator")).isEqualTo(8091);
        assertThat(ports.of("mail")).isEqualTo(8092);
        assertThat(ports.of("mail-smtp")).isEqualTo(2525);
        assertThat(ports.of("postgres")).isEqualTo(15432);
        assertThat(ports.of("postgres-shard-3")).isEqualTo(15435);
        assertThat(ports.of("redis")).isEqualTo(16379);
        assertThat(ports.of("kafka")).isEqualTo(19092);
        assertThat(ports.managementOf("gateway", 1)).isEqualTo(9080);
    }

    @Test
    void anOffsetMovesEveryPort() {
        var usual = new Ports(Map.of());
        var moved = new Ports(Map.of("ports.offset", "2000"));

        assertThat(Ports.names()).allSatisfy(name -> assertThat(moved.of(name)).isEqualTo(usual.of(name) + 2000));
        assertThat(moved.managementOf("event", 1)).isEqualTo(11084);
    }

    @Test
    void aPortCanBeChosenAndStillMovesWithTheOffset() {
        var ports = new Ports(Map.of("ports.gateway", "5000", "ports.offset", "7"));

        assertThat(ports.of("gateway")).isEqualTo(5007);
        assertThat(ports.managementOf("gateway", 1)).isEqualTo(6007);
    }

    @Test
    void furtherInstancesLieAHundredPortsApart() {
        var ports = new Ports(Map.of());

        assertThat(ports.of("waiting-room", 3)).isEqualTo(8281);
        assertThat(ports.managementOf("waiting-room", 3)).isEqualTo(9281);
    }

    @Test
    void aPortThatCannotExistIsToldPlainly() {
        var ports = new Ports(Map.of("ports.offset", "60000"));

        assertThatThrownBy(() -> ports.of("kafka"))
                .isInstanceOf(FleetProblem.class)
                .hasMessageContaining("kafka")
                .hasMessageContaining("79092");
    }
}
