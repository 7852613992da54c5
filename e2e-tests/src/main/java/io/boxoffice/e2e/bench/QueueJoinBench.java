package io.boxoffice.e2e.bench;

import io.boxoffice.e2e.bench.load.RedisBenchmark;
import io.boxoffice.e2e.bench.load.RedisLink;
import io.boxoffice.e2e.bench.load.Tool;
import io.boxoffice.e2e.bench.load.Wrk;
import io.boxoffice.e2e.client.Device;
import io.boxoffice.e2e.client.Person;
import io.boxoffice.e2e.client.http.Call;
import io.boxoffice.e2e.client.http.HttpExchange;
import io.boxoffice.e2e.client.http.Json;
import io.boxoffice.e2e.client.model.QueueStatus;
import io.boxoffice.e2e.fleet.Fleet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/** Joins of fans who are all different, straight at the service, beside what the bare Redis takes in. */
final class QueueJoinBench {

    private static final int USUAL_FANS = 60_000;
    private static final int CONNECTIONS = 64;
    private static final int ZADDS = 300_000;
    private static final int WARM_UPS = 3;
    private static final double LEAST = 0.25;

    private final Fleet fleet;
    private final int fans;
    private final int pairs;
    private final int seconds;
    private final List<String> cost = new ArrayList<>();

    QueueJoinBench(Fleet fleet, BenchOptions options) {
        this.fleet = fleet;
        this.fans = options.fans(USUAL_FANS);
        this.pairs = options.pairs(5);
        this.seconds = options.seconds(5);
    }

    BenchResult measure() throws IOException, InterruptedException {
        Tool.WRK.path();
        Tool.REDIS_BENCHMARK.path();
        Path file = Files.createTempFile("joins", ".requests");
        try (var own = BenchFleet.up(fleet, BenchFleet.STANDING_LINE);
                var redis = new RedisLink(own.port("redis"))) {
            List<Person> people = own.fans(1, fans);
            List<Device> devices = new ArrayList<>();
            var random = new SplittableRandom(7);
            people.forEach(person -> devices.add(Device.random("d-" + person.username(), random)));
            for (int warmUp = 0; warmUp < WARM_UPS; warmUp++) {
                rush(own, people, devices, file);
            }
            Pairs joins = Pairs.of(
                    "joins/s to zadd/s", pairs, () -> joins(own, people, devices, file), () -> zadds(own, redis));
            Map<String, Object> settings = new LinkedHashMap<>();
            settings.put("accounts", fans);
            settings.put("load_generator", new Wrk("", CONNECTIONS, seconds, file).described());
            settings.put(
                    "durability",
                    "appendonly yes, appendfsync " + ((List<?>) redis.call("CONFIG", "GET", "appendfsync")).get(1));
            settings.put("cpu_us_a_join", cost);
            settings.put("joins", joins.ours());
            settings.put("zadds", joins.theirs());
            settings.put("up_options", own.options());
            return BenchResult.of(
                    "queue-join",
                    List.of(joins.row(
                            "join",
                            "joins/s",
                            "redis-benchmark -c 50 zadd, commands/s",
                            "≥ 0.25 × redis-benchmark zadd -c 50, token signed and place durable",
                            ratio -> ratio >= LEAST)),
                    settings);
        } finally {
            Files.delete(file);
        }
    }

    /** What a rush on a new event came to. */
    private record Rush(UUID event, Wrk.Count count, String cost) {}

    /** Everybody joins a new event, as many as come through in the time; each of them once. */
    private Rush rush(BenchFleet own, List<Person> people, List<Device> devices, Path file)
            throws IOException, InterruptedException {
        UUID event = own.event("Rush");
        Wrk.prepared(file, () -> new JoinRequests(event, people, devices));
        var cpu = ProcessTimes.of(own.status(), List.of("waiting-room", "redis"));
        var count = new Wrk("http://127.0.0.1:" + own.port("waiting-room"), CONNECTIONS, seconds, file).run();
        return new Rush(event, count, cpu.microsecondsEach(count.requests()));
    }

    private double joins(BenchFleet own, List<Person> people, List<Device> devices, Path file)
            throws IOException, InterruptedException {
        var rush = rush(own, people, devices, file);
        var count = rush.count().allServed();
        cost.add(rush.cost());
        if (count.requests() > people.size()) {
            throw new IOException("the accounts were used up: more --fans, or fewer --seconds");
        }
        var status = HttpExchange.to("http://127.0.0.1:" + own.port("waiting-room"), 1)
                .send(Call.get("status", BenchFleet.queue(rush.event())));
        long standing = Json.read(status.body(), QueueStatus.class).queueSize();
        // those under way when the time was up have joined as well, but were not counted
        if (standing < count.requests()) {
            throw new IOException("%d were told a place, %d stand in line".formatted(count.requests(), standing));
        }
        return count.perSecond();
    }

    private static double zadds(BenchFleet own, RedisLink redis) throws IOException, InterruptedException {
        double perSecond = RedisBenchmark.zadd(own.port("redis"), "bench:zadd", ZADDS);
        redis.call("DEL", "bench:zadd");
        return perSecond;
    }
}
