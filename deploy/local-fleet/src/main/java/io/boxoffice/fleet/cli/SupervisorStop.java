package io.boxoffice.fleet.cli;

import io.boxoffice.fleet.supervisor.ProcessIdentity;
import java.time.Duration;
import java.util.List;

/** Ends a supervisor and with it the fleet. */
final class SupervisorStop {
    /** Above what its three groups may take one after the other. */
    private static final Duration ORDERLY = Duration.ofSeconds(75);

    private static final Duration KILLED = Duration.ofSeconds(10);

    private SupervisorStop() {}

    /** Returns whether it ended by itself; otherwise it is killed and its processes are left over. */
    static boolean orderly(ProcessIdentity supervisor) {
        supervisor.running().ifPresent(ProcessHandle::destroy);
        if (Ending.within(ORDERLY, List.of(supervisor))) {
            return true;
        }
        supervisor.running().ifPresent(ProcessHandle::destroyForcibly);
        Ending.within(KILLED, List.of(supervisor));
        return false;
    }
}
