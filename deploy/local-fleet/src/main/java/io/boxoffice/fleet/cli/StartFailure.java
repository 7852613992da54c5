package io.boxoffice.fleet.cli;

import io.boxoffice.fleet.settings.FleetHome;
import io.boxoffice.fleet.supervisor.FleetState;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says which process failed and shows the end of its log. */
final class StartFailure {
    private static final int LINES = 25;
    private static final int TAIL_BYTES = 16_384;

    private final FleetHome home;
    private final PrintStream err;

    StartFailure(FleetHome home, PrintStream err) {
        this.home = home;
        this.err = err;
    }

    void print(@Nullable FleetState state) throws IOException {
        if (state != null && state.phase() != FleetState.Phase.FAILED && state.phase() != FleetState.Phase.STARTING) {
            err.println("boxoffice: the fleet was stopped while it started");
            return;
        }
        var name = state == null || state.failure() == null ? "supervisor" : state.failure();
        err.println();
        err.println("boxoffice: " + name + " failed" + reason(state, name) + "; everything else was stopped again");
        var log = home.log(name);
        err.println("the end of " + log + ":");
        tail(log).forEach(line -> err.println("  | " + line));
    }

    private static String reason(@Nullable FleetState state, String name) {
        return state == null
                ? ""
                : state.processes().stream()
                        .filter(process -> process.name().equals(name) && process.problem() != null)
                        .map(process -> ": " + process.problem())
                        .findFirst()
                        .orElse("");
    }

    private static List<String> tail(Path log) throws IOException {
        if (!Files.exists(log)) {
            return List.of("(no log)");
        }
        try (var file = Files.newByteChannel(log)) {
            file.position(Math.max(0, file.size() - TAIL_BYTES));
            var end = java.nio.ByteBuffer.allocate(TAIL_BYTES);
            while (file.read(end) > 0) {
                continue;
            }
            var lines = new String(end.array(), 0, end.position(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
        }
    }
}
