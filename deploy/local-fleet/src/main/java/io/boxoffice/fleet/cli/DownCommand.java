package io.boxoffice.fleet.cli;

import io.boxoffice.fleet.settings.FleetHome;
import io.boxoffice.fleet.supervisor.FleetState;
import io.boxoffice.fleet.supervisor.ProcessIdentity;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;

/** Stops whatever of the fleet runs; having nothing to stop is fine too. */
final class DownCommand {
    private final FleetHome home;
    private final PrintStream out;

    DownCommand(FleetHome home, PrintStream out) {
        this.home = home;
        this.out = out;
    }

    int run() throws IOException, InterruptedException {
        var supervisor = FleetState.read(home).flatMap(FleetState::runningSupervisor);
        boolean orderly = supervisor.isPresent() && stop(supervisor.get());
        int left = new Leftovers(home).stop();
        if (left > 0) {
            out.printf("%d processes had no supervisor: stopped them%n", left);
        }
        if (!orderly) {
            // its last word would claim that a fleet is there
            Files.deleteIfExists(home.state());
        }
        out.println(
                supervisor.isEmpty() && left == 0 ? "nothing is running" : "stopped; the data stays in " + home.root());
        return 0;
    }

    private boolean stop(ProcessIdentity supervisor) {
        out.println("stopping");
        return SupervisorStop.orderly(supervisor);
    }
}
