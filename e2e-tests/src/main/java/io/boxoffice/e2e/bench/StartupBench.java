package io.boxoffice.e2e.bench;

import io.boxoffice.e2e.fleet.Fleet;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From stopped to ready, five times; then the memory of all processes and their CPU while nothing happens. */
final class StartupBench {

    private static final int RUNS = 5;
    private static final Duration IDLE = Duration.ofSeconds(20);
    private static final Duration CALM_DOWN = Duration.ofSeconds(15);
    private static final double MOST_SECONDS = 60;
    private static final double MOST_MIB = 4_096;

    private final Fleet fleet;
    private final List<Double> seconds = new ArrayList<>();
    private final List<Double> memory = new ArrayList<>();

    StartupBench(Fleet fleet) {
        this.fleet = fleet;
    }

    BenchResult measure() throws IOException, InterruptedException {
        up(); // once, so that what a first start leaves behind exists
        for (int run = 1; run <= RUNS; run++) {
            fleet.down();
            seconds.add(up());
            memory.add(Machine.pssMiB(pids()));
            System.out.printf("run %d of %d: %.1f s, %.0f MiB%n", run, RUNS, seconds.getLast(), memory.getLast());
        }
        double idle = idlePercent();
        fleet.down();
        return result(Spread.of(seconds), Spread.of(memory), idle);
    }

    private double up() throws IOException, InterruptedException {
        long start = System.nanoTime();
        int code = fleet.up();
        if (code != 0) {
            throw new IOException("boxoffice up ended with exit code " + code);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private double idlePercent() throws IOException, InterruptedException {
        Thread.sleep(CALM_DOWN);
        List<Long> pids = pids();
        double before = Machine.cpuSeconds(pids);
        Thread.sleep(IDLE);
        return (Machine.cpuSeconds(pids) - before) / IDLE.toSeconds() * 100;
    }

    /**
     * All of the fleet: the supervisor, the processes it names and whatever these started, such as a database's workers. What
     * else the supervisor runs for a moment, the writing of start-up caches, is not part of it.
     */
    private List<Long> pids() throws IOException, InterruptedException {
        var status = fleet.status();
        Set<Long> all = new HashSet<>(status.pids());
        status.processes().stream()
                .flatMap(process -> Optional.ofNullable(process.pid()).stream())
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .flatMap(ProcessHandle::descendants)
                .forEach(child -> all.add(child.pid()));
        return List.copyOf(all);
    }

    private BenchResult result(Spread time, Spread pss, double idle) throws InterruptedException {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("runs", RUNS);
        settings.put("seconds_to_ready", rounded(time));
        settings.put("pss_mib", rounded(pss));
        settings.put("idle_cpu_percent_of_core", Math.round(idle * 10) / 10.0);
        settings.put("idle_over_seconds", IDLE.toSeconds());
        settings.put("up_options", "none");
        return new BenchResult(
                "startup",
                time.median(),
                "s",
                null,
                null,
                "second up to ready within 60 s on 2 cores, 4 GiB in all",
                time.median() <= MOST_SECONDS && pss.median() <= MOST_MIB,
                settings,
                Machine.described(),
                Machine.commit(),
                Instant.now(),
                null);
    }

    private static Spread rounded(Spread spread) {
        return new Spread(
                Math.round(spread.median() * 10) / 10.0,
                Math.round(spread.min() * 10) / 10.0,
                Math.round(spread.max() * 10) / 10.0);
    }
}
