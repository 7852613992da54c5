package io.boxoffice.e2e.bench;

import io.boxoffice.e2e.fleet.Fleet;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be measured. */
enum Bench {
    WAIT_ESTIMATE(
            "what fans are told to wait against what they wait, in virtual time",
            (_, _) -> new WaitEstimateBench().measure()),
    STARTUP(
            "the whole fleet from stopped to ready, its memory, and what it costs idle",
            (fleet, _) -> new StartupBench(fleet).measure()),
    QUEUE_10M(
            "one event's line full: Redis memory a fan, polls beside a short line, order (--fans 10000000)",
            (fleet, options) -> new QueueFullBench(fleet, options).measure()),
    QUEUE_JOIN(
            "joins a second over HTTP beside redis-benchmark zadd (--fans 60000)",
            (fleet, options) -> new QueueJoinBench(fleet, options).measure()),
    QUEUE_POLL(
            "status and personal polls a second beside nginx, and what an edge cache lets through",
            (fleet, options) -> new QueuePollBench(fleet, options).measure()),
    FRESH_MAP(
            "from a hold to all who look at the map, 10,000 at inventory, 5,000 through the gateway (--viewers 10000)",
            (fleet, options) -> new FreshMapBench(fleet, options).measure()),
    LOBBY_DRAW(
            "a lobby filled over HTTP, its draw checked by an outsider, and refused when changed (--fans 100000)",
            (fleet, options) -> new LobbyDrawBench(fleet, options).measure()),
    SEAT_HOLD(
            "durable holds a second over HTTP and through the gateway beside pgbench reading a version and comparing it",
            (fleet, options) -> new SeatHoldBench(fleet, options).measure()),
    HOT_ROW(
            "places of one general admission held a second beside pgbench counting down one row",
            (fleet, options) -> new HotRowBench(fleet, options).measure()),
    ADMISSION_RATE(
            "three instances admit at a set rate, one is killed midway (--seconds 120)",
            (fleet, options) -> new AdmissionRateBench(fleet, options).measure());

    private final String line;
    private final Measurement measurement;

    Bench(String line, Measurement measurement) {
        this.line = line;
        this.measurement = measurement;
    }

    @FunctionalInterface
    private interface Measurement {
        BenchResult of(Fleet fleet, BenchOptions options) throws IOException, InterruptedException;
    }

    static Optional<Bench> named(String name) {
        return Arrays.stream(values())
                .filter(bench -> bench.word().equals(name))
                .findFirst();
    }

    /** Its name on the command line. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Bench::word).toList();
    }

    /** All of them, a line each. */
    static String list() {
        return Arrays.stream(values())
                .map(bench -> "%-16s %s".formatted(bench.word(), bench.line))
                .collect(Collectors.joining("\n"));
    }

    /** Whether a running fleet would be in its way. */
    boolean needsTheMachine() {
        return this != WAIT_ESTIMATE;
    }

    BenchResult measure(Fleet fleet, BenchOptions options) throws IOException, InterruptedException {
        return measurement.of(fleet, options);
    }
}
