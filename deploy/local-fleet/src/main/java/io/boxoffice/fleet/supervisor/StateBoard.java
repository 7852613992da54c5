package io.boxoffice.fleet.supervisor;

import io.boxoffice.fleet.settings.FleetHome;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The supervisor's knowledge; every change is in the file before the call returns, so that no child goes unrecorded. */
final class StateBoard {
    private static final Logger log = LoggerFactory.getLogger(StateBoard.class);

    private final FleetHome home;
    private final ProcessIdentity supervisor;
    private final Instant startedAt;
    private final Map<String, ProcessStatus> processes = new LinkedHashMap<>();
    private Set<String> watchers = Set.of();
    private FleetState.Phase phase = FleetState.Phase.STARTING;
    private @Nullable String failure;

    StateBoard(FleetHome home, ProcessIdentity supervisor, Instant startedAt) {
        this.home = home;
        this.supervisor = supervisor;
        this.startedAt = startedAt;
    }

    /** @param without names of processes that the fleet is whole without */
    synchronized void plan(List<ProcessStatus> planned, Set<String> without) {
        watchers = without;
        planned.forEach(status -> processes.put(status.name(), status));
        write();
    }

    synchronized void update(String name, UnaryOperator<ProcessStatus> change) {
        processes.computeIfPresent(name, (_, status) -> change.apply(status));
        if (phase == FleetState.Phase.READY || phase == FleetState.Phase.DEGRADED) {
            phase = whole() ? FleetState.Phase.READY : FleetState.Phase.DEGRADED;
        }
        write();
    }

    synchronized void allStarted() {
        phase = whole() ? FleetState.Phase.READY : FleetState.Phase.DEGRADED;
        write();
    }

    synchronized void stopping() {
        if (phase != FleetState.Phase.FAILED) {
            phase = FleetState.Phase.STOPPING;
            write();
        }
    }

    synchronized void failed(String process) {
        phase = FleetState.Phase.FAILED;
        failure = process;
        write();
    }

    synchronized void stopped() {
        if (phase != FleetState.Phase.FAILED) {
            phase = FleetState.Phase.DOWN;
        }
        write();
    }

    private boolean whole() {
        return processes.values().stream()
                .allMatch(status -> status.state() == ProcessState.READY || watchers.contains(status.name()));
    }

    private void write() {
        try {
            new FleetState(phase, supervisor, startedAt, List.copyOf(processes.values()), failure).write(home);
        } catch (IOException e) {
            // a full disk must not end the watch over processes that run
            log.atError().setCause(e).log("state not written");
        }
    }
}
