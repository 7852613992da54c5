package io.boxoffice.e2e.bench;

import io.boxoffice.e2e.bench.BenchResult.Denominator;
import io.boxoffice.e2e.bench.BenchResult.Row;
import io.boxoffice.e2e.bench.load.HttpLane;
import io.boxoffice.e2e.bench.load.OpenLoop;
import io.boxoffice.e2e.bench.load.RedisLink;
import io.boxoffice.e2e.client.Person;
import io.boxoffice.e2e.fleet.Fleet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * A line of ten million: its memory in Redis, everything included; the polls of fans spread over all of it beside those of a line of
 * ten thousand, in turn; and the order of fans who join it together.
 */
final class QueueFullBench {

    private static final int USUAL_FANS = 10_000_000;
    private static final int SHORT_LINE = 10_000;
    private static final int POLLERS = 2_000;
    private static final int POLLS_A_SECOND = 500;
    private static final int LANES = 32;
    private static final int LATE_COMERS = 4_000;
    private static final int PLAIN_MEMBERS = 1_000_000;
    private static final Path OWN_REDIS = Path.of("/usr/bin/redis-server");
    private static final double MOST_BYTES = 150;
    private static final double MOST_P99 = 1.2;

    private final Fleet fleet;
    private final int fans;
    private final int pairs;
    private final int seconds;
    private final Map<String, Object> settings = new LinkedHashMap<>();
    private final SplittableRandom random = new SplittableRandom(7);

    QueueFullBench(Fleet fleet, BenchOptions options) {
        this.fleet = fleet;
        this.fans = Math.max(SHORT_LINE, options.fans(USUAL_FANS));
        this.pairs = options.pairs(5);
        this.seconds = options.seconds(10);
    }

    BenchResult measure() throws IOException, InterruptedException {
        try (var own = BenchFleet.up(fleet, options());
                var redis = new RedisLink(own.port("redis"));
                var fill = new QueueFill(fleet.repository(), own.port("redis"), random)) {
            int service = own.port("waiting-room");
            List<Person> people = own.fans(1, 2 * POLLERS + LATE_COMERS);
            UUID shortLine = own.event("Short line");
            UUID fullLine = own.event("Full line");
            var memory = new RedisMemory(redis);
            double plain = memory.plainSet(PLAIN_MEMBERS);

            List<byte[]> shortPolls = fill(fill, service, shortLine, SHORT_LINE, people.subList(0, POLLERS));
            var load = new OpenLoop(service, POLLS_A_SECOND, LANES);
            load.send(shortPolls, Duration.ofSeconds(2L * seconds)); // warms up
            settings.put("poll_p99_ms_before_filling", p99(load, shortPolls));

            var before = memory.now();
            long started = System.nanoTime();
            List<byte[]> fullPolls = fill(fill, service, fullLine, fans, people.subList(POLLERS, 2 * POLLERS));
            settings.put("filled_in_seconds", Math.round((System.nanoTime() - started) / 1e9));
            var after = memory.now();

            load.send(fullPolls, Duration.ofSeconds(seconds));
            Pairs polls = Pairs.of(
                    "poll p99 in ms, long to short line",
                    pairs,
                    () -> p99(load, fullPolls),
                    () -> p99(load, shortPolls));
            Arrivals arrivals = lateComers(service, fullLine, people.subList(2 * POLLERS, people.size()));

            settings.put("fans", fans);
            settings.put("short_line_fans", SHORT_LINE);
            settings.put("polls_a_run", POLLS_A_SECOND * seconds);
            settings.put("polls_a_second", POLLS_A_SECOND);
            settings.put("pollers", "2000 spread over the whole line");
            settings.put(
                    "filled_by", "the service's queue/join.lua, 64 fans a call; pollers and late comers over HTTP");
            settings.put("redis", memory.described(before, after, fans));
            settings.put("load_generator", "Java, one blocking connection a lane, latency from the intended start");
            settings.put("up_options", own.options());
            return BenchResult.of(
                    "queue-10m",
                    List.of(
                            memoryRow(after.used() - before.used(), plain),
                            polls.row(
                                    "poll-p99",
                                    "ms",
                                    "a line of %d".formatted(SHORT_LINE),
                                    "≤ 1.2 × that of a line of 10,000",
                                    ratio -> ratio <= MOST_P99),
                            new Row(
                                    "fifo-inversions",
                                    arrivals.inversions(),
                                    "of %d ordered pairs, %d joins over HTTP".formatted(arrivals.pairs(), LATE_COMERS),
                                    null,
                                    null,
                                    "0",
                                    arrivals.inversions() == 0)),
                    settings);
        }
    }

    /** With the machine's own Redis where it has one: the bundled one lacks the allocator that Redis is usually built with. */
    private static List<String> options() {
        return Stream.concat(
                        BenchFleet.STANDING_LINE.stream(),
                        Stream.of(OWN_REDIS).filter(Files::isExecutable).map(path -> "redis.server=" + path))
                .toList();
    }

    private Row memoryRow(long bytes, double plain) {
        double perFan = Pairs.rounded((double) bytes / fans);
        return new Row(
                "redis-memory",
                perFan,
                "bytes/fan",
                new Denominator("plain sorted set, bytes/member", Pairs.rounded(plain)),
                null,
                "≤ 150 bytes a fan, everything included",
                perFan <= MOST_BYTES);
    }

    /** Pollers join over HTTP between equal stretches of others, so that they stand everywhere. */
    private static List<byte[]> fill(QueueFill fill, int service, UUID event, int fans, List<Person> pollers)
            throws IOException {
        List<byte[]> polls = new ArrayList<>();
        try (var lane = new HttpLane(service)) {
            int done = 0;
            for (int poller = 0; poller < pollers.size(); poller++) {
                polls.add(Waiting.join(lane, event, pollers.get(poller)).poll());
                int due = (int) ((long) (fans - pollers.size()) * (poller + 1) / pollers.size());
                fill.join(event, due - done);
                done = due;
                if ((poller + 1) % (pollers.size() / 10) == 0) {
                    System.out.printf("%,d of %,d fans have joined%n", done + poller + 1, fans);
                }
            }
        }
        return polls;
    }

    private double p99(OpenLoop load, List<byte[]> polls) throws IOException, InterruptedException {
        return load.send(polls, Duration.ofSeconds(seconds)).getValueAtPercentile(99) / 1e6;
    }

    private static Arrivals lateComers(int service, UUID event, List<Person> people)
            throws IOException, InterruptedException {
        List<Waiting> joined = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(LANES)) {
            List<Future<List<Waiting>>> lanes = new ArrayList<>();
            for (int lane = 0; lane < LANES; lane++) {
                int first = lane;
                lanes.add(threads.submit(() -> joinEvery(service, event, people, first)));
            }
            for (var lane : lanes) {
                joined.addAll(lane.get());
            }
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        }
        List<Arrivals.Arrival> arrivals = new ArrayList<>();
        try (var lane = new HttpLane(service)) {
            for (Waiting one : joined) {
                arrivals.add(new Arrivals.Arrival(one.sent(), one.answered(), one.position(lane)));
            }
        }
        return Arrivals.judge(arrivals);
    }

    private static List<Waiting> joinEvery(int service, UUID event, List<Person> people, int first) throws IOException {
        List<Waiting> joined = new ArrayList<>();
        try (var lane = new HttpLane(service)) {
            for (int number = first; number < people.size(); number += LANES) {
                joined.add(Waiting.join(lane, event, people.get(number)));
            }
        }
        return joined;
    }
}
