package io.boxoffice.fleet.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boxoffice.fleet.infra.Launch;
import io.boxoffice.fleet.infra.Program;
import io.boxoffice.fleet.settings.FleetProblem;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortCheckTests {

    private record OnPort(String name, int port) implements Program {
        @Override
        public Launch prepare() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isReady() {
            return false;
        }
    }

    @Test
    void aBusyPortIsNamedWithTheSettingThatMovesIt() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = other.getLocalPort();

            assertThatThrownBy(() -> PortCheck.check(List.of(new OnPort("waiting-room-2", port))))
                    .isInstanceOf(FleetProblem.class)
                    .hasMessageContaining("port " + port)
                    .hasMessageContaining("--set ports.waiting-room=N")
                    .hasMessageContaining("--set ports.offset=N");
        }
    }

    @Test
    void aPortThatEverybodyUsesOnAllAddressesIsBusyToo() throws Exception {
        try (var other = new ServerSocket(0)) {
            assertThatThrownBy(() -> PortCheck.check(List.of(new OnPort("postgres-shard-2", other.getLocalPort()))))
                    .hasMessageContaining("--set ports.postgres-shard-2=N");
        }
    }

    @Test
    void twoProcessesOnOnePortAreTold() throws Exception {
        int port = free();

        assertThatThrownBy(() -> PortCheck.check(List.of(new OnPort("redis", port), new OnPort("kafka", port))))
                .hasMessageContaining("redis and by kafka");
    }

    @Test
    void freePortsPass() throws Exception {
        int port = free();

        assertThatCode(() -> PortCheck.check(List.of(new OnPort("redis", port))))
                .doesNotThrowAnyException();
    }

    private static int free() throws Exception {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
