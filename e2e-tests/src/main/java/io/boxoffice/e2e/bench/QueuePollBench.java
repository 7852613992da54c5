package io.boxoffice.e2e.bench;

import io.boxoffice.e2e.bench.BenchResult.Denominator;
import io.boxoffice.e2e.bench.BenchResult.Row;
import io.boxoffice.e2e.bench.load.HttpLane;
import io.boxoffice.e2e.bench.load.Nginx;
import io.boxoffice.e2e.bench.load.Tool;
import io.boxoffice.e2e.bench.load.Wrk;
import io.boxoffice.e2e.client.Person;
import io.boxoffice.e2e.client.http.Call;
import io.boxoffice.e2e.client.http.HttpExchange;
import io.boxoffice.e2e.fleet.Fleet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What watchers ask for, beside an nginx that returns the same bytes; and how little of it an edge cache lets through. */
final class QueuePollBench {

    private static final int LINE = 10_000;
    private static final int POLLERS = 2_000;
    private static final int CONNECTIONS = 64;
    private static final int WARM_AFTER = 100_000;
    private static final int MOST_WARM_UPS = 10;
    private static final double LEAST_STATUS = 0.6;
    private static final double LEAST_PERSONAL = 0.3;
    private static final double MILLION = 1e6;
    private static final double MOST_AT_ORIGIN = 1_000;

    /** What every server says in its own way. */
    private static final Set<String> NOT_COPIED =
            Set.of("connection", "content-length", "content-type", "date", "keep-alive", "server", "transfer-encoding");

    private final Fleet fleet;
    private final int pairs;
    private final int seconds;
    private final Map<String, Object> settings = new LinkedHashMap<>();

    QueuePollBench(Fleet fleet, BenchOptions options) {
        this.fleet = fleet;
        this.pairs = options.pairs(5);
        this.seconds = options.seconds(8);
    }

    BenchResult measure() throws IOException, InterruptedException {
        Tool.WRK.path();
        Tool.NGINX.path();
        try (var own = BenchFleet.up(fleet, BenchFleet.STANDING_LINE)) {
            UUID event = own.event("Polls");
            List<byte[]> polls = line(own, event);
            Path folder = fleet.home().resolve("bench/nginx");
            settings.put("load_generator", new Wrk("", CONNECTIONS, seconds, null).described());
            settings.put("line", LINE);
            settings.put("pollers", POLLERS);
            settings.put("up_options", own.options());
            Row status = status(own, event, folder.resolve("status"));
            Row personal = personal(own, event, polls, folder.resolve("personal"));
            Row edge = edge(own, event, folder.resolve("edge"));
            return BenchResult.of("queue-poll", List.of(status, personal, edge), settings);
        }
    }

    private List<byte[]> line(BenchFleet own, UUID event) throws IOException, InterruptedException {
        List<Person> people = own.fans(1, POLLERS);
        List<byte[]> polls = new ArrayList<>();
        try (var fill = new QueueFill(fleet.repository(), own.port("redis"), new SplittableRandom(7));
                var lane = new HttpLane(own.port("waiting-room"))) {
            for (Person fan : people) {
                polls.add(Waiting.join(lane, event, fan).poll());
                fill.join(event, LINE / POLLERS - 1);
            }
        }
        return polls;
    }

    private Row status(BenchFleet own, UUID event, Path folder) throws IOException, InterruptedException {
        var part = new Part(
                "status",
                BenchFleet.queue(event),
                null,
                "shared document ≥ 0.6 × nginx returning the same bytes",
                LEAST_STATUS);
        return compared(own, part, Requests.status(event), folder);
    }

    private Row personal(BenchFleet own, UUID event, List<byte[]> polls, Path folder)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var part = new Part(
                "personal",
                BenchFleet.queue(event) + "/entries/me",
                Wrk.prepared(folder.resolve("polls"), polls),
                "poll with HMAC and rank ≥ 0.3 × nginx returning as many bytes",
                LEAST_PERSONAL);
        return compared(own, part, polls.getFirst(), folder);
    }

    /** One kind of poll. */
    private record Part(String name, String path, @Nullable Path requests, String target, double least) {}

    private Row compared(BenchFleet own, Part part, byte[] example, Path folder)
            throws IOException, InterruptedException {
        int service = own.port("waiting-room");
        var answer = example(service, example);
        try (var nginx = Nginx.returning(folder, "application/json", copied(answer.headers()), answer.body())) {
            var ours = new Wrk("http://127.0.0.1:" + service + part.path(), CONNECTIONS, seconds, part.requests());
            var theirs = new Wrk(nginx.url() + part.path(), CONNECTIONS, seconds, part.requests());
            warmUp(ours);
            List<String> cost = new ArrayList<>();
            Pairs polls = Pairs.of(
                    part.name() + " polls/s to nginx",
                    pairs,
                    () -> {
                        var cpu = ProcessTimes.of(own.status(), List.of("waiting-room", "redis"));
                        var count = ours.run().allServed();
                        cost.add(cpu.microsecondsEach(count.requests()));
                        return count.perSecond();
                    },
                    () -> theirs.run().allServed().perSecond());
            settings.put(part.name() + "_bytes", answer.body().length());
            settings.put(part.name() + "_cpu_us_a_poll", cost);
            settings.put(part.name() + "_runs", polls.ours());
            settings.put(part.name() + "_nginx_runs", polls.theirs());
            return polls.row(
                    part.name(),
                    "polls/s",
                    "nginx return 200, requests/s",
                    part.target(),
                    ratio -> ratio >= part.least());
        }
    }

    /** Until the JIT has seen enough, however slow the machine is. */
    private static void warmUp(Wrk ours) throws IOException, InterruptedException {
        long served = 0;
        for (int run = 0; run < MOST_WARM_UPS && served < WARM_AFTER; run++) {
            served += ours.run().requests();
        }
    }

    private static HttpLane.Reply example(int port, byte[] request) throws IOException {
        try (var lane = new HttpLane(port)) {
            var reply = lane.ask(request);
            if (reply.status() != 200) {
                throw new IOException("answered " + reply.status() + ": " + reply.body());
            }
            return reply;
        }
    }

    private Row edge(BenchFleet own, UUID event, Path folder) throws IOException, InterruptedException {
        String path = BenchFleet.queue(event);
        try (var nginx = Nginx.caching(folder, own.gatewayAddress())) {
            var watchers = new Wrk(nginx.url() + path, CONNECTIONS, 4 * seconds, null);
            double before = served(own);
            var count = watchers.run().allServed();
            double atOrigin = served(own) - before;
            settings.put("edge_polls", count.requests());
            settings.put("edge_origin_requests", atOrigin);
            settings.put("edge_seconds", 4 * seconds);
            return new Row(
                    "edge",
                    Pairs.rounded(atOrigin * MILLION / count.requests()),
                    "origin requests per 1,000,000 polls",
                    new Denominator("polls answered by nginx proxy_cache", count.requests()),
                    null,
                    "≤ 1,000 of a million behind a cache that keeps what may be kept (1 s)",
                    atOrigin * MILLION / count.requests() <= MOST_AT_ORIGIN);
        }
    }

    /** How many status documents the waiting room has served so far, by its own count. */
    private static double served(BenchFleet own) throws IOException, InterruptedException {
        Integer management = own.status().process("waiting-room").orElseThrow().managementPort();
        return HttpExchange.to("http://127.0.0.1:" + management, 1)
                .send(Call.get("metrics", "/actuator/prometheus"))
                .body()
                .lines()
                .filter(line -> line.startsWith("http_server_requests_seconds_count{"))
                .filter(line -> line.contains("uri=\"/api/v1/events/{event_id}/queue\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static Map<String, String> copied(Map<String, String> headers) {
        Map<String, String> copied = new TreeMap<>(headers);
        copied.keySet().removeAll(NOT_COPIED);
        return copied;
    }
}
