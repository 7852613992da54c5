package io.boxoffice.fleet.cli;

import io.boxoffice.fleet.supervisor.ProcessIdentity;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits for processes of others to end; asking the system for their names also sees those nobody buries. */
final class Ending {
    private static final long LOOK_EVERY_MILLIS = 50;

    private Ending() {}

    static boolean within(Duration limit, List<ProcessIdentity> processes) {
        long since = System.nanoTime();
        while (processes.stream().anyMatch(process -> process.running().isPresent())) {
            if (System.nanoTime() - since > limit.toNanos()) {
                return false;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_EVERY_MILLIS));
        }
        return true;
    }
}
