package io.boxoffice.fleet.supervisor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One process as last seen.
 *
 * @param identity of the running process, null when there is none
 * @param startedAt when the running process was started
 * @param readyAfterMillis how long its latest start took, null until it became ready
 * @param restarts starts after the first
 * @param problem why the latest start or run ended, in one line
 */
public record ProcessStatus(
        String name,
        int port,
        @Nullable Integer managementPort,
        ProcessState state,
        @Nullable ProcessIdentity identity,
        @Nullable Instant startedAt,
        @Nullable Long readyAfterMillis,
        int restarts,
        @Nullable String problem) {

    static ProcessStatus planned(String name, int port, @Nullable Integer managementPort) {
        return new ProcessStatus(name, port, managementPort, ProcessState.DOWN, null, null, null, 0, null);
    }

    ProcessStatus preparing() {
        return new ProcessStatus(
                name, port, managementPort, ProcessState.STARTING, null, null, null, restarts, problem);
    }

    ProcessStatus starting(ProcessIdentity process, Instant at, int restartsSoFar) {
        return new ProcessStatus(
                name, port, managementPort, ProcessState.STARTING, process, at, null, restartsSoFar, problem);
    }

    ProcessStatus ready(long afterMillis) {
        return new ProcessStatus(
                name, port, managementPort, ProcessState.READY, identity, startedAt, afterMillis, restarts, null);
    }

    ProcessStatus down(@Nullable String why) {
        return new ProcessStatus(name, port, managementPort, ProcessState.DOWN, null, null, null, restarts, why);
    }

    ProcessStatus failed(String why) {
        return new ProcessStatus(name, port, managementPort, ProcessState.FAILED, null, null, null, restarts, why);
    }
}
