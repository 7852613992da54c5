package io.boxoffice.e2e.demo;

import io.boxoffice.e2e.fleet.Fleet;
import io.boxoffice.e2e.fleet.FleetProcess;
import io.boxoffice.e2e.fleet.FleetStatus;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Kills one service after another with SIGKILL, the next when the last is ready again. */
final class ServiceKiller {

    private static final Duration FIRST_AFTER = Duration.ofSeconds(3);
    private static final Duration MOST_RESTART = Duration.ofMinutes(3);

    private final Fleet fleet;
    private final Sale sale;
    private final ProgressDisplay progress;
    private final List<String> order;
    private final Queue<Kill> kills = new ConcurrentLinkedQueue<>();

    /**
     * A service killed.
     *
     * @param seconds until it was ready again
     * @param during whether the sale was still going on
     */
    record Kill(String service, double seconds, boolean during) {}

    ServiceKiller(Fleet fleet, Sale sale, long seed, ProgressDisplay progress) {
        this.fleet = fleet;
        this.sale = sale;
        this.progress = progress;
        List<String> services = new ArrayList<>(FleetStatus.SERVICES);
        Collections.shuffle(services, new SplittableRandom(seed));
        this.order = List.copyOf(services);
    }

    void killAll() throws IOException, InterruptedException {
        Duration ahead = Duration.between(Instant.now(), sale.opensAt()).plus(FIRST_AFTER);
        Thread.sleep(Math.max(0, ahead.toMillis()));
        for (String service : order) {
            kill(service);
        }
    }

    /** What was killed so far. */
    List<Kill> kills() {
        return List.copyOf(kills);
    }

    private void kill(String service) throws IOException, InterruptedException {
        long pid = fleet.status()
                .process(service)
                .map(FleetProcess::pid)
                .orElseThrow(() -> new IOException("the fleet does not run " + service));
        boolean during = !sale.over().get();
        long start = System.nanoTime();
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        sale.tally().kills.increment();
        progress.say("Killed " + service + " (pid " + pid + "), waiting until it is ready again");
        while (!backAgain(service, pid)) {
            if (System.nanoTime() - start > MOST_RESTART.toNanos()) {
                throw new IOException(service + " was killed and did not come back");
            }
            Thread.sleep(1_000);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        kills.add(new Kill(service, seconds, during));
        progress.say("%s is ready again after %.0f s".formatted(service, seconds));
    }

    private boolean backAgain(String service, long oldPid) throws IOException, InterruptedException {
        Optional<FleetProcess> process = fleet.status().process(service);
        return process.isPresent()
                && process.get().ready()
                && process.get().pid() != null
                && process.get().pid() != oldPid;
    }
}
