package io.boxoffice.fleet.cli;

import io.boxoffice.fleet.settings.FleetHome;
import io.boxoffice.fleet.supervisor.FleetState;
import io.boxoffice.fleet.supervisor.ProcessIdentity;
import io.boxoffice.fleet.supervisor.ProcessState;
import io.boxoffice.fleet.supervisor.ProcessStatus;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Shows a start as it goes: a table that is drawn again on a terminal, a line for each change elsewhere. */
final class Progress {
    private static final long LOOK_EVERY_MILLIS = 200;

    private final FleetHome home;
    private final PrintStream out;
    private final boolean terminal = Boolean.getBoolean("boxoffice.terminal");
    private final long since = System.nanoTime();
    private final Map<String, String> shown = new HashMap<>();
    private int drawn;

    Progress(FleetHome home, PrintStream out) {
        this.home = home;
        this.out = out;
    }

    /** The state in which the start ended, null when the supervisor never wrote one. */
    @Nullable
    FleetState untilSettled(ProcessIdentity supervisor) throws IOException {
        while (true) {
            // in this order: what a dying supervisor wrote last is seen
            boolean alive = supervisor.running().isPresent();
            var state = FleetState.read(home).orElse(null);
            if (state != null) {
                show(state);
            }
            if (!alive || (state != null && state.phase() != FleetState.Phase.STARTING)) {
                return state;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_EVERY_MILLIS));
        }
    }

    private void show(FleetState state) {
        if (terminal) {
            redraw(state);
        } else {
            state.processes().forEach(this::printChange);
        }
    }

    private void redraw(FleetState state) {
        var text = new StringBuilder();
        if (drawn > 0) {
            text.append("\033[").append(drawn).append('A');
        }
        for (var process : state.processes()) {
            text.append("\033[2K").append(line(process)).append('\n');
        }
        long ready = state.processes().stream()
                .filter(p -> p.state() == ProcessState.READY)
                .count();
        text.append("\033[2K%d of %d ready, %d s%n"
                .formatted(ready, state.processes().size(), TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - since)));
        drawn = state.processes().size() + 1;
        out.print(text);
        out.flush();
    }

    private static String line(ProcessStatus process) {
        var seconds = seconds(process);
        var note = process.problem() == null ? "" : "  " + process.problem();
        return "  %-18s %-9s %6s%s".formatted(process.name(), word(process), seconds, note);
    }

    private static String word(ProcessStatus process) {
        return process.state() == ProcessState.DOWN && process.restarts() == 0 && process.problem() == null
                ? "waiting"
                : process.state().name();
    }

    private static String seconds(ProcessStatus process) {
        if (process.readyAfterMillis() != null) {
            return "%.1f s".formatted(process.readyAfterMillis() / 1000.0);
        }
        return process.startedAt() == null
                ? ""
                : "%.1f s"
                        .formatted(Duration.between(process.startedAt(), Instant.now())
                                        .toMillis()
                                / 1000.0);
    }

    private void printChange(ProcessStatus process) {
        var now = word(process) + (process.problem() == null ? "" : " (" + process.problem() + ")");
        boolean silent = now.equals("waiting") || now.equals(shown.put(process.name(), now));
        if (!silent) {
            out.printf(
                    "[%5.1f s] %-18s %s%n",
                    (System.nanoTime() - since) / 1e9,
                    process.name(),
                    process.state() == ProcessState.READY ? now + " after " + seconds(process) : now);
        }
    }
}
