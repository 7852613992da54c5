package io.boxoffice.e2e.bench;

import io.boxoffice.e2e.bench.BenchResult.Row;
import io.boxoffice.e2e.fleet.Fleet;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;

/** Three instances let fans in at a rate an operator has set; one of them is killed midway. */
final class AdmissionRateBench {

    private static final int INSTANCES = 3;
    private static final int PER_MINUTE = 6_000;
    private static final int PLACES = 1_000_000;
    private static final double MOST_DEVIATION = 0.01;

    /** The bucket is full at first and lets in a second's worth at once. */
    private static final Duration FIRST_RUSH = Duration.ofSeconds(5);

    private final Fleet fleet;
    private final int seconds;

    AdmissionRateBench(Fleet fleet, BenchOptions options) {
        this.fleet = fleet;
        this.seconds = options.seconds(120);
    }

    BenchResult measure() throws IOException, InterruptedException {
        List<String> set = Stream.concat(
                        BenchFleet.STANDING_LINE.stream(),
                        Stream.of("waiting-room.lease=2h", "waiting-room.max-active=" + PLACES))
                .toList();
        try (var own = BenchFleet.up(fleet, set, "--instances", "waiting-room=" + INSTANCES)) {
            UUID event = own.event("Rate");
            try (var fill = new QueueFill(fleet.repository(), own.port("redis"), new SplittableRandom(7))) {
                fill.join(event, PER_MINUTE * (seconds + 60) / 60);
            }
            own.control(event, Map.of("mode", "MANUAL", "rate_per_minute", PER_MINUTE, "max_active", PLACES));
            Thread.sleep(Duration.ofSeconds(seconds).dividedBy(2));
            Instant killed = kill(own, "waiting-room-" + INSTANCES);
            Thread.sleep(Duration.ofSeconds(seconds).dividedBy(2));
            own.control(event, Map.of("mode", "PAUSED"));
            try (var admissions = new Admissions(own.status().kafka(), event)) {
                return result(own, admissions.all(), killed);
            }
        }
    }

    private static Instant kill(BenchFleet own, String name) throws IOException, InterruptedException {
        Long pid = own.status().process(name).orElseThrow().pid();
        if (pid == null || !ProcessHandle.of(pid).orElseThrow().destroyForcibly()) {
            throw new IOException(name + " could not be killed");
        }
        return Instant.now();
    }

    private BenchResult result(BenchFleet own, List<Admissions.Admission> admissions, Instant killed)
            throws InterruptedException, IOException {
        if (admissions.isEmpty()) {
            throw new IOException("nobody was let in");
        }
        List<Instant> moments =
                admissions.stream().map(Admissions.Admission::at).sorted().toList();
        Instant start = moments.getFirst().plus(FIRST_RUSH);
        var seen = RateSeen.of(moments, start, moments.getLast(), PER_MINUTE);
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("instances", INSTANCES);
        settings.put(
                "killed_at_second", Duration.between(moments.getFirst(), killed).toSeconds());
        settings.put("rate_per_minute", PER_MINUTE);
        settings.put("admissions", admissions.size());
        settings.put("measured_from_second", FIRST_RUSH.toSeconds());
        settings.put(
                "measured_seconds", Duration.between(start, moments.getLast()).toSeconds());
        settings.put(
                "windows_percent",
                seen.windows().stream().map(AdmissionRateBench::percent).toList());
        settings.put("times", "EntryAdmitted on boxoffice.queue, Redis's time of each admission");
        settings.put("up_options", own.options());
        return BenchResult.of(
                "admission-rate",
                List.of(
                        deviation("whole-run", seen.whole()),
                        deviation("worst-10-s", seen.worstWindow()),
                        order(admissions)),
                settings);
    }

    private static Row deviation(String part, double deviation) {
        return new Row(
                part,
                percent(deviation),
                "% from the set rate",
                null,
                null,
                "within 1 % of it, one of three instances killed",
                Math.abs(deviation) <= MOST_DEVIATION);
    }

    /** Messages of one event come in order: everybody stood behind the one let in before. */
    private static Row order(List<Admissions.Admission> admissions) {
        long overtaken = 0;
        List<Admissions.Admission> sorted = new ArrayList<>(admissions);
        sorted.sort(Comparator.comparing(Admissions.Admission::at));
        long furthest = 0;
        for (var admission : sorted) {
            if (admission.score() < furthest) {
                overtaken++;
            }
            furthest = Math.max(furthest, admission.score());
        }
        long doubled = admissions.size()
                - admissions.stream()
                        .map(Admissions.Admission::joinNumber)
                        .distinct()
                        .count();
        return new Row(
                "order",
                overtaken + doubled,
                "overtaken or let in twice, of %d".formatted(admissions.size()),
                null,
                null,
                "0",
                overtaken + doubled == 0);
    }

    private static double percent(double share) {
        return Pairs.rounded(share * 100);
    }
}
