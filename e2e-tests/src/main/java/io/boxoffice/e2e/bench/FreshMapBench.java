package io.boxoffice.e2e.bench;

import io.boxoffice.e2e.bench.BenchResult.Denominator;
import io.boxoffice.e2e.bench.BenchResult.Row;
import io.boxoffice.e2e.bench.load.HttpLane;
import io.boxoffice.e2e.bench.load.Viewers;
import io.boxoffice.e2e.client.BoxofficeClient;
import io.boxoffice.e2e.client.Person;
import io.boxoffice.e2e.client.http.Json;
import io.boxoffice.e2e.demo.Stage;
import io.boxoffice.e2e.fleet.Fleet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.HdrHistogram.Histogram;

/** How long after a hold the last viewers of a large hall see its seats taken, what that costs on the wire, and what a viewer costs in heap. */
final class FreshMapBench {

    private static final int SEATS = 25_000;
    private static final int USUAL_VIEWERS = 10_000;
    private static final int PER_SECOND = 5;
    private static final int WARM_VIEWERS = 500;
    private static final int WARM_SECONDS = 10;
    private static final long LONGEST_MICROS = Duration.ofSeconds(60).toNanos() / 1_000;
    private static final double MOST_MILLIS = 250;
    private static final int MAP_SHARE = 200;
    private static final int MOST_HEAP = 8 * 1_024;

    /** Two seats side by side, which leave no single one: their ids, their section and their places in its letters. */
    private static final String PAIRS = """
            SELECT string_agg(seat_id::text, ' ' ORDER BY position) || ' ' || min(position) || ' ' || max(position) || ' ' || section
            FROM seats WHERE event_id = ? AND "row" <> 'GA'
            GROUP BY section, "row", (seat_number::integer - 1) / 2 HAVING count(*) = 2
            ORDER BY md5(section || "row" || min(position))""";

    /** By the shard's clock, in the statement whose commit follows. */
    private static final String TAKEN = """
            SELECT s.section || '/' || s.position || ' ' || round(extract(epoch FROM h.at) * 1000000)
            FROM seat_history h JOIN seats s ON s.seat_id = h.seat_id
            WHERE h.event_id = ? AND h.transition = 'RESERVED'""";

    private final Fleet fleet;
    private final int viewers;
    private final int seconds;
    private final Map<String, Object> settings = new LinkedHashMap<>();

    FreshMapBench(Fleet fleet, BenchOptions options) {
        this.fleet = fleet;
        this.viewers = options.viewers(USUAL_VIEWERS);
        this.seconds = options.seconds(60);
    }

    /** Two seats that one fan takes. */
    private record Two(List<String> ids, String section, List<Integer> places) {

        static Two of(String line) {
            String[] words = line.split(" ", 5);
            return new Two(
                    List.of(words[0], words[1]),
                    words[4],
                    List.of(Integer.parseInt(words[2]), Integer.parseInt(words[3])));
        }

        String first() {
            return section + "/" + places.getFirst();
        }
    }

    /** What one run measured; times in microseconds. */
    private record Seen(Histogram fromStatement, Histogram fromAnswer, double bytesEach, int deltas, int map) {}

    BenchResult measure() throws IOException, InterruptedException {
        try (var own = BenchFleet.up(fleet, BenchFleet.OPEN_SALE)) {
            UUID event = own.onSale(
                    Stage.venueBody("Map", SEATS),
                    venue -> Stage.eventBody("Map", venue, SEATS, Instant.now().minusSeconds(1)));
            var holds = new Holds(own, event);
            int inventory = own.port("inventory");
            try (var warm = new Viewers(inventory, Math.min(WARM_VIEWERS, viewers), request(event))) {
                holds.place(WARM_SECONDS * PER_SECOND, warm);
            }
            Row heap = null;
            Seen direct;
            long before = heapOf(own);
            try (var all = new Viewers(inventory, viewers, request(event))) {
                heap = heap(heapOf(own) - before);
                var cpu = ProcessTimes.of(own.status(), List.of("inventory"));
                direct = seen(all, holds.place(seconds * PER_SECOND, all), own, event);
                settings.put("cpu_us_a_viewer_told", cpu.microsecondsEach((long) viewers * direct.deltas()));
            }
            Seen gateway;
            try (var half = new Viewers(own.port("gateway"), Math.max(1, viewers / 2), request(event))) {
                gateway = seen(half, holds.place(seconds * PER_SECOND, half), own, event);
            }
            settings.put("seats", SEATS);
            settings.put("holds_per_second", PER_SECOND);
            settings.put("seats_a_hold", 2);
            settings.put("seconds", seconds);
            settings.put("from", "the shard's clock in the statement that takes the seats, before its commit");
            settings.put("driver", "one thread reads all viewers; its own time is part of the latency");
            settings.put("up_options", own.options());
            return BenchResult.of(
                    "fresh-map",
                    List.of(
                            latency("inventory", viewers, direct),
                            latency("gateway", Math.max(1, viewers / 2), gateway),
                            bytes(direct),
                            heap),
                    settings);
        }
    }

    private static IntFunction<byte[]> request(UUID event) {
        return number -> """
                GET %s/availability/stream HTTP/1.1
                Host: 127.0.0.1
                Accept: text/event-stream
                X-Forwarded-For: 10.%d.%d.%d

                """.formatted(BoxofficeClient.events(event), number >> 16, number >> 8 & 255, number & 255)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Fans who come one after another, each for two seats. */
    private final class Holds {
        private final UUID event;
        private final List<Person> people;
        private final List<Two> pairs;
        private final int port;
        private int next;

        private Holds(BenchFleet own, UUID event) throws IOException, InterruptedException {
            this.event = event;
            this.people = own.fans(1, (WARM_SECONDS + 2 * seconds) * PER_SECOND);
            this.pairs = ShardLink.of(own.status(), event).texts(PAIRS, event).stream()
                    .map(Two::of)
                    .toList();
            this.port = own.port("inventory");
        }

        /** Places so many at a steady rate and waits until all viewers know; when each was answered. */
        private Map<Two, Long> place(int many, Viewers viewers) throws IOException, InterruptedException {
            Map<Two, Long> answered = new LinkedHashMap<>();
            long start = System.nanoTime();
            try (var lane = new HttpLane(port)) {
                for (int number = 0; number < many; number++) {
                    long due = start + number * 1_000_000_000L / PER_SECOND;
                    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                        LockSupport.parkNanos(left);
                    }
                    Two two = pairs.get(next);
                    var reply =
                            lane.ask(Requests.hold(event, people.get(next), Json.write(Map.of("seat_ids", two.ids()))));
                    if (reply.status() != 201) {
                        throw new IOException("a hold was answered " + reply.status() + ": " + reply.body());
                    }
                    answered.put(two, Viewers.now());
                    next++;
                }
            }
            viewers.awaitVersion(2L * next);
            return answered;
        }
    }

    private static Seen seen(Viewers viewers, Map<Two, Long> answered, BenchFleet own, UUID event)
            throws IOException, InterruptedException {
        Map<String, Long> taken = new HashMap<>();
        for (String line : ShardLink.of(own.status(), event).texts(TAKEN, event)) {
            int space = line.lastIndexOf(' ');
            taken.put(line.substring(0, space), Long.parseLong(line.substring(space + 1)));
        }
        Map<String, Long> versions = viewers.versions();
        var fromStatement = new Histogram(LONGEST_MICROS, 3);
        var fromAnswer = new Histogram(LONGEST_MICROS, 3);
        for (var hold : answered.entrySet()) {
            String seat = hold.getKey().first();
            Long version = versions.get(seat);
            Long at = taken.get(seat);
            if (version == null || at == null) {
                throw new IOException("nobody was told of " + seat);
            }
            viewers.record(version, at, fromStatement);
            viewers.record(version, hold.getValue(), fromAnswer);
        }
        var deltas = new ArrayList<>(viewers.deltas().values());
        long bytes = deltas.stream().mapToLong(Viewers.Told::bytes).sum();
        long changes =
                deltas.stream().mapToLong(delta -> delta.changes().size()).sum();
        return new Seen(
                fromStatement,
                fromAnswer,
                (double) bytes / Math.max(1, changes),
                deltas.size(),
                viewers.first().bytes());
    }

    private static long heapOf(BenchFleet own) throws IOException, InterruptedException {
        Long pid = own.status().process("inventory").orElseThrow().pid();
        if (pid == null) {
            throw new IOException("inventory does not run");
        }
        return LiveHeap.bytes(pid);
    }

    private Row heap(long bytes) {
        double each = Pairs.rounded((double) bytes / viewers);
        return new Row(
                "heap",
                each,
                "bytes of live heap a viewer",
                null,
                null,
                "≤ 8 kB a viewer, after a full collection, with and without them",
                each <= MOST_HEAP);
    }

    private Row latency(String part, int many, Seen seen) {
        settings.put(part + "_viewers", many);
        settings.put(part + "_ms_from_statement", spread(seen.fromStatement()));
        settings.put(part + "_ms_from_answer", spread(seen.fromAnswer()));
        settings.put(part + "_deltas", seen.deltas());
        double p99 = millis(seen.fromStatement().getValueAtPercentile(99));
        return new Row(
                part,
                p99,
                "ms, p99",
                null,
                null,
                "≤ 250 ms from before the commit to %,d viewers".formatted(many),
                p99 <= MOST_MILLIS);
    }

    private static String spread(Histogram micros) {
        return "p50 %s, p90 %s, p99 %s, max %s, of %,d"
                .formatted(
                        millis(micros.getValueAtPercentile(50)),
                        millis(micros.getValueAtPercentile(90)),
                        millis(micros.getValueAtPercentile(99)),
                        millis(micros.getMaxValue()),
                        micros.getTotalCount());
    }

    private static double millis(long micros) {
        return Pairs.rounded(micros / 1_000.0);
    }

    private static Row bytes(Seen seen) {
        double share = (double) seen.map() / MAP_SHARE;
        return new Row(
                "bytes",
                Pairs.rounded(seen.bytesEach()),
                "bytes a changed seat",
                new Denominator("a 200th of the snapshot", Pairs.rounded(share)),
                new BenchResult.Ratio(
                        Pairs.rounded(seen.bytesEach() / share),
                        Pairs.rounded(seen.bytesEach() / share),
                        Pairs.rounded(seen.bytesEach() / share),
                        1),
                "≤ 1/200 of the full map",
                seen.bytesEach() <= share);
    }
}
