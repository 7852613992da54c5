package io.boxoffice.fleet.cli;

import io.boxoffice.fleet.infra.Program;
import io.boxoffice.fleet.settings.FleetProblem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Every port is tried before anything starts, so that a busy one leaves nothing half running. */
final class PortCheck {
    private PortCheck() {}

    static void check(List<Program> programs) throws IOException {
        var problems = new ArrayList<String>();
        var owners = new HashMap<Integer, String>();
        for (var program : programs) {
            for (int port : program.ports()) {
                var other = owners.putIfAbsent(port, program.name());
                if (other != null) {
                    problems.add("port %d is wanted by %s and by %s".formatted(port, other, program.name()));
                } else if (isBusy(port)) {
                    problems.add("port %d (%s) is in use: free it, or use --set ports.%s=N"
                            .formatted(port, program.name(), setting(program, port)));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new FleetProblem("nothing was started:\n  %s\n--set ports.offset=N moves all ports at once"
                    .formatted(String.join("\n  ", problems)));
        }
    }

    /** A further instance and a management port follow the service's own port. */
    private static String setting(Program program, int port) {
        var service = program.name().replaceFirst("(?<!shard)-[2-9]$", "");
        boolean second = program.ports().length > 1 && port == program.ports()[1];
        return switch (service) {
            case "kafka" -> second ? "kafka-controller" : service;
            case "mail" -> second ? "mail-smtp" : service;
            default -> service;
        };
    }

    /** Our servers listen on 127.0.0.1; a connection in its last seconds does not count as use. */
    private static boolean isBusy(int port) throws IOException {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
            return false;
        } catch (java.net.BindException busy) {
            return true;
        }
    }
}
