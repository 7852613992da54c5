package io.boxoffice.fleet.cli;

import io.boxoffice.fleet.settings.FleetHome;
import io.boxoffice.fleet.settings.FleetJson;
import io.boxoffice.fleet.settings.FleetOptions;
import io.boxoffice.fleet.settings.Secrets;
import io.boxoffice.fleet.supervisor.FleetPlan;
import io.boxoffice.fleet.supervisor.FleetState;
import io.boxoffice.fleet.supervisor.ProcessIdentity;
import io.boxoffice.fleet.supervisor.ProcessState;
import io.boxoffice.fleet.supervisor.ProcessStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code status --json} prints. States of the fleet: STARTING, READY, DEGRADED, STOPPING, DOWN, FAILED, and ORPHANED
 * when processes outlived their supervisor.
 */
record StatusReport(
        String state,
        @Nullable Overseer supervisor,
        List<Line> processes,
        @Nullable Infrastructure infrastructure) {

    record Overseer(long pid, @Nullable Instant startedAt) {}

    record Line(
            String name,
            @Nullable Long pid,
            int port,
            @Nullable Integer managementPort,
            ProcessState state,
            @Nullable Instant startedAt,
            int restarts,
            @Nullable String problem) {

        static Line of(ProcessStatus status) {
            // the file may be a moment, or a killed supervisor, behind: ask the system itself
            var running = Optional.ofNullable(status.identity()).flatMap(ProcessIdentity::running);
            boolean died = status.identity() != null && running.isEmpty();
            return new Line(
                    status.name(),
                    running.map(ProcessHandle::pid).orElse(null),
                    status.port(),
                    status.managementPort(),
                    died ? ProcessState.DOWN : status.state(),
                    died ? null : status.startedAt(),
                    status.restarts(),
                    status.problem());
        }
    }

    static StatusReport of(FleetHome home) throws IOException {
        var state = FleetState.read(home);
        if (state.isEmpty() || !Files.exists(home.options())) {
            return new StatusReport("DOWN", null, List.of(), null);
        }
        var known = state.get();
        var lines = known.processes().stream().map(Line::of).toList();
        var supervisor = known.runningSupervisor().map(process -> new Overseer(process.pid(), known.startedAt()));
        var options = FleetJson.MAPPER.readValue(Files.readString(home.options()), FleetOptions.class);
        return new StatusReport(
                word(known, supervisor.isPresent(), lines),
                supervisor.orElse(null),
                lines,
                Infrastructure.of(options.ports(), Secrets.load(home)));
    }

    private static String word(FleetState known, boolean supervised, List<Line> lines) {
        if (supervised) {
            boolean died = known.phase() == FleetState.Phase.READY
                    && lines.stream()
                            .anyMatch(line -> line.state() != ProcessState.READY
                                    && !line.name().equals(FleetPlan.AUDITOR));
            return died ? FleetState.Phase.DEGRADED.name() : known.phase().name();
        }
        if (lines.stream().anyMatch(line -> line.pid() != null)) {
            return "ORPHANED";
        }
        return known.phase() == FleetState.Phase.FAILED ? known.phase().name() : FleetState.Phase.DOWN.name();
    }
}
