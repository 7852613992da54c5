package io.boxoffice.fleet.supervisor;

import io.boxoffice.fleet.settings.FleetHome;
import io.boxoffice.fleet.settings.FleetJson;
import io.boxoffice.fleet.settings.FleetOptions;
import io.boxoffice.fleet.settings.Secrets;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The background process of a fleet. A SIGTERM is its order to stop everything. */
public final class SupervisorMain {
    private static final Logger log = LoggerFactory.getLogger(SupervisorMain.class);

    private SupervisorMain() {}

    public static void main(String[] args) throws Exception {
        var home = new FleetHome(Path.of(args[0]));
        Files.createDirectories(home.run());
        try (var file = FileChannel.open(home.lock("supervisor"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = file.tryLock()) {
            if (lock == null) {
                throw new IllegalStateException("another supervisor works in " + home.root());
            }
            System.exit(supervise(home));
        }
    }

    private static int supervise(FleetHome home) throws IOException, InterruptedException {
        var clock = Clock.systemUTC();
        var options = FleetJson.MAPPER.readValue(Files.readString(home.options()), FleetOptions.class);
        var secrets = Secrets.load(home);
        var plan = FleetPlan.of(home, options, secrets, Installation.fromSystemProperties());
        secrets.save();
        var logs = new LogFiles(home);
        var board = new StateBoard(home, ProcessIdentity.of(ProcessHandle.current()), clock.instant());
        var supervisor = new Supervisor(plan, board, logs, clock, startsAtOnce());
        var caches = new StartupCaches(logs);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            caches.close();
            stop(supervisor);
        }));
        var failed = supervisor.start();
        if (failed != null) {
            log.atError().addKeyValue("process", failed.process()).log("the fleet did not start");
            return 1;
        }
        log.atInfo().log("the fleet is ready");
        Thread.ofPlatform().daemon().start(() -> caches.writeMissing(plan.javaPrograms()));
        try (var housekeeping = Executors.newSingleThreadScheduledExecutor()) {
            housekeeping.scheduleWithFixedDelay(() -> capLogs(plan, logs), 1, 1, TimeUnit.MINUTES);
            new CountDownLatch(1).await();
        }
        return 0;
    }

    private static int startsAtOnce() {
        return Integer.getInteger(
                "boxoffice.starts-at-once", Runtime.getRuntime().availableProcessors() + 1);
    }

    private static void capLogs(FleetPlan plan, LogFiles logs) {
        plan.all().forEach(program -> {
            try {
                logs.cap(program.name());
            } catch (IOException e) {
                log.atWarn().addKeyValue("process", program.name()).setCause(e).log("log not capped");
            }
        });
    }

    private static void stop(Supervisor supervisor) {
        try {
            supervisor.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
