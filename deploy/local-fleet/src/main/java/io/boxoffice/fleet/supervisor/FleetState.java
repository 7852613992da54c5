package io.boxoffice.fleet.supervisor;

import io.boxoffice.fleet.settings.FleetHome;
import io.boxoffice.fleet.settings.FleetJson;
import io.boxoffice.fleet.settings.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What the supervisor knows, as it lies in the fleet's folder.
 *
 * @param failure the process that ended a start, null otherwise
 */
public record FleetState(
        Phase phase,
        @Nullable ProcessIdentity supervisor,
        @Nullable Instant startedAt,
        List<ProcessStatus> processes,
        @Nullable String failure) {

    /** The life of a fleet. */
    public enum Phase {
        STARTING,
        READY,
        /** Everything was ready once; something is not now. */
        DEGRADED,
        STOPPING,
        DOWN,
        /** The latest start failed. */
        FAILED
    }

    public static Optional<FleetState> read(FleetHome home) throws IOException {
        if (!Files.exists(home.state())) {
            return Optional.empty();
        }
        try {
            return Optional.of(FleetJson.MAPPER.readValue(Files.readString(home.state()), FleetState.class));
        } catch (JacksonException notOurs) {
            return Optional.empty();
        }
    }

    void write(FleetHome home) throws IOException {
        PrivateFiles.write(home.state(), FleetJson.MAPPER.writeValueAsString(this));
    }

    public Optional<ProcessIdentity> runningSupervisor() {
        return Optional.ofNullable(supervisor)
                .filter(process -> process.running().isPresent());
    }

    /** Recorded processes that still run, in the order of their start. */
    public List<ProcessIdentity> runningProcesses() {
        return processes.stream()
                .flatMap(process -> Optional.ofNullable(process.identity()).stream())
                .filter(process -> process.running().isPresent())
                .toList();
    }
}
