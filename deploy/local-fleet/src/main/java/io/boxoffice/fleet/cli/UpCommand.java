package io.boxoffice.fleet.cli;

import io.boxoffice.fleet.settings.FleetHome;
import io.boxoffice.fleet.settings.FleetJson;
import io.boxoffice.fleet.settings.FleetOptions;
import io.boxoffice.fleet.settings.FleetProblem;
import io.boxoffice.fleet.settings.PrivateFiles;
import io.boxoffice.fleet.settings.Secrets;
import io.boxoffice.fleet.supervisor.FleetPlan;
import io.boxoffice.fleet.supervisor.FleetState;
import io.boxoffice.fleet.supervisor.Installation;
import io.boxoffice.fleet.supervisor.ProcessIdentity;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Starts the fleet, or says that it runs; ends with everything ready or with nothing running. */
final class UpCommand {
    private static final int INTERRUPTED = 130;

    private final FleetHome home;
    private final Installation installed;
    private final PrintStream out;
    private final PrintStream err;

    UpCommand(FleetHome home, Installation installed, PrintStream out, PrintStream err) {
        this.home = home;
        this.installed = installed;
        this.out = out;
        this.err = err;
    }

    int run(List<String> words) throws IOException, InterruptedException {
        boolean fresh = words.remove("--fresh");
        boolean plain = words.isEmpty() && !fresh;
        var options = FleetOptions.parse(words);
        Files.createDirectories(home.run());
        try (var file = FileChannel.open(home.lock("up"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            // a second `up` at the same moment waits here and then finds the fleet running
            try (var lock = await(file)) {
                var running = FleetState.read(home)
                        .filter(state -> state.runningSupervisor().isPresent());
                if (running.isPresent()) {
                    return alreadyRunning(running.get(), plain || sameAsRunning(options, fresh));
                }
                prepare(options, fresh);
                return start(options);
            }
        }
    }

    private FileLock await(FileChannel file) throws IOException {
        var lock = file.tryLock();
        if (lock != null) {
            return lock;
        }
        out.println("another ./boxoffice up is starting this fleet: waiting for it");
        return file.lock();
    }

    private int alreadyRunning(FleetState state, boolean asAsked) throws IOException {
        if (!asAsked) {
            throw new FleetProblem("the fleet already runs, with other options: ./boxoffice down first");
        }
        if (state.phase() == FleetState.Phase.STOPPING) {
            throw new FleetProblem("the fleet is just being stopped: try again when ./boxoffice down has ended");
        }
        out.println("already running");
        new Addresses(home, installed).print(out, options().ports());
        return 0;
    }

    private boolean sameAsRunning(FleetOptions asked, boolean fresh) throws IOException {
        return !fresh && options().equals(asked);
    }

    private FleetOptions options() throws IOException {
        return FleetJson.MAPPER.readValue(Files.readString(home.options()), FleetOptions.class);
    }

    private void prepare(FleetOptions options, boolean fresh) throws IOException, InterruptedException {
        var left = new Leftovers(home).stop();
        if (left > 0) {
            out.printf("the supervisor was gone, %d of its processes still ran: stopped them%n", left);
        }
        if (fresh) {
            new Leftovers(home).forgetData();
        }
        DiskSpace.check(home.root());
        var secrets = Secrets.load(home);
        PortCheck.check(FleetPlan.of(home, options, secrets, installed).all().toList());
        secrets.save();
        new Addresses(home, installed).writeCredentials(options.ports(), secrets);
        PrivateFiles.write(home.options(), FleetJson.MAPPER.writeValueAsString(options));
        Files.deleteIfExists(home.state());
    }

    private int start(FleetOptions options) throws IOException, InterruptedException {
        var supervisor = new SupervisorLauncher(home, installed).launch();
        var whenInterrupted = Thread.ofPlatform().unstarted(() -> {
            out.println("interrupted: stopping everything");
            stopEverything(supervisor);
        });
        Runtime.getRuntime().addShutdownHook(whenInterrupted);
        var state = new Progress(home, out).untilSettled(supervisor);
        if (!withdraw(whenInterrupted)) {
            return INTERRUPTED;
        }
        if (state != null && state.phase() == FleetState.Phase.READY) {
            new Addresses(home, installed).print(out, options.ports());
            return 0;
        }
        stopEverything(supervisor);
        new StartFailure(home, err).print(state);
        return 1;
    }

    private void stopEverything(ProcessIdentity supervisor) {
        SupervisorStop.orderly(supervisor);
        try {
            new Leftovers(home).stop();
        } catch (IOException e) {
            err.println("boxoffice: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** False when the interruption came first and the hook is at work. */
    private static boolean withdraw(Thread hook) {
        try {
            return Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            return false;
        }
    }
}
