package io.boxoffice.fleet.cli;

import io.boxoffice.fleet.settings.FleetHome;
import io.boxoffice.fleet.settings.FleetJson;
import io.boxoffice.fleet.settings.FleetProblem;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows every process, to people as a table and to programs as JSON with the infrastructure's addresses. */
final class StatusCommand {
    private final FleetHome home;
    private final PrintStream out;

    StatusCommand(FleetHome home, PrintStream out) {
        this.home = home;
        this.out = out;
    }

    int run(List<String> words) throws IOException {
        boolean json = words.remove("--json");
        if (!words.isEmpty()) {
            throw new FleetProblem("status: unknown option " + words.getFirst());
        }
        var report = StatusReport.of(home);
        if (json) {
            out.println(FleetJson.MAPPER.writeValueAsString(report));
        } else {
            print(report);
        }
        return 0;
    }

    private void print(StatusReport report) {
        out.println("fleet " + explained(report));
        for (var process : report.processes()) {
            out.printf(
                    "  %-18s %-9s %-8s %-6s %-6s %s%n",
                    process.name(),
                    process.state(),
                    text(process.pid()),
                    process.port(),
                    text(process.managementPort()),
                    process.restarts() == 0 ? "" : process.restarts() + " restarts");
        }
    }

    private static String explained(StatusReport report) {
        return switch (report.state()) {
            case "ORPHANED" ->
                "ORPHANED: the supervisor is gone, some processes still run; ./boxoffice up cleans up and starts again";
            case "DOWN" -> "DOWN: ./boxoffice up starts it";
            case "FAILED" -> "FAILED: the latest start failed, see ./boxoffice logs";
            default -> report.state();
        };
    }

    private static String text(@Nullable Object value) {
        return value == null ? "-" : value.toString();
    }
}
