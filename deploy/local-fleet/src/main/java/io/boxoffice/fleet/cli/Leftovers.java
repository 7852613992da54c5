package io.boxoffice.fleet.cli;

import io.boxoffice.fleet.settings.FleetHome;
import io.boxoffice.fleet.supervisor.FleetState;
import io.boxoffice.fleet.supervisor.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What a supervisor that was killed left behind: processes it had recorded, and data that is to be forgotten. */
final class Leftovers {
    private static final Duration ORDERLY = Duration.ofSeconds(20);
    private static final Duration KILLED = Duration.ofSeconds(10);

    private final FleetHome home;

    Leftovers(FleetHome home) {
        this.home = home;
    }

    /** Ends what still runs, latest started first; returns how many there were. */
    int stop() throws IOException, InterruptedException {
        var running = FleetState.read(home)
                .map(FleetState::runningProcesses)
                .orElse(List.of())
                .reversed();
        for (var process : running) {
            askToStop(process);
        }
        if (!Ending.within(ORDERLY, running)) {
            running.forEach(process -> process.running().ifPresent(ProcessHandle::destroyForcibly));
            Ending.within(KILLED, running);
        }
        return running.size();
    }

    /** SIGINT is the orderly end for all of them, PostgreSQL included, which would wait for its clients on SIGTERM. */
    private static void askToStop(ProcessIdentity process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    }

    void forgetData() throws IOException {
        deleteAll(home.data());
        Files.deleteIfExists(home.secrets());
        Files.deleteIfExists(home.credentials());
    }

    private static void deleteAll(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
