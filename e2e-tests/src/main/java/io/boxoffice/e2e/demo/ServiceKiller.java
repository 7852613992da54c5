package io.boxoffice.e2e.demo;

import io.boxoffice.e2e.fleet.Fleet;
import io.boxoffice.e2e.fleet.FleetProcess;
import io.boxoffice.e2e.fleet.FleetStatus;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Kills one service after another with SIGKILL, the next when the last is ready again. */
final class ServiceKiller {

    private static final Duration FIRST_AFTER = Duration.ofSeconds(3);
    private static final Duration MOST_RESTART = Duration.ofMinutes(3);

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(2);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWERS_WITHIN).build();
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
        FleetProcess victim = process(service).orElseThrow(() -> new IOException("the fleet does not run " + service));
        boolean during = !sale.over().get();
        long start = System.nanoTime();
        ProcessHandle.of(Objects.requireNonNull(victim.pid())).ifPresent(ProcessHandle::destroyForcibly);
        sale.tally().kills.increment();
        progress.say("Killed " + service + " (pid " + victim.pid() + "), waiting until it is ready again");
        while (!answers(victim) || !backAgain(victim)) {
            if (System.nanoTime() - start > MOST_RESTART.toNanos()) {
                throw new IOException(service + " was killed and did not come back");
            }
            Thread.sleep(LOOK_EVERY);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        kills.add(new Kill(service, seconds, during));
        progress.say("%s is ready again after %.0f s".formatted(service, seconds));
    }

    private Optional<FleetProcess> process(String service) throws IOException, InterruptedException {
        return fleet.status().process(service).filter(process -> process.pid() != null);
    }

    /** Asking the script starts a JVM of its own, dear beside a sale; so the service is asked first whether it is there. */
    private boolean answers(FleetProcess victim) throws InterruptedException {
        var readiness = URI.create("http://127.0.0.1:" + victim.managementPort() + "/actuator/health/readiness");
        try {
            var request =
                    HttpRequest.newBuilder(readiness).timeout(ANSWERS_WITHIN).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    private boolean backAgain(FleetProcess victim) throws IOException, InterruptedException {
        return process(victim.name())
                .filter(FleetProcess::ready)
                .filter(process -> !Objects.equals(process.pid(), victim.pid()))
                .isPresent();
    }
}
