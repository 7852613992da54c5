package io.boxoffice.e2e.bench;

import io.boxoffice.e2e.bench.load.Wrk;
import io.boxoffice.e2e.client.Person;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Fans who are all different hold seats of a new event over HTTP, and what the shard says of it afterwards. */
final class HoldRush {

    private static final String HOLDS = "SELECT count(*) FROM holds WHERE event_id = ? AND status = 'ACTIVE'";
    private static final String SEATS_OF_HOLDS =
            "SELECT coalesce(sum(seats), 0) FROM holds WHERE event_id = ? AND status = 'ACTIVE'";
    private static final String RESERVED =
            "SELECT count(*) FROM seats WHERE event_id = ? AND status = 'RESERVED' AND hold_id IS NOT NULL";
    private static final String TWICE = """
            SELECT count(*) FROM (
                SELECT s.seat_id FROM hold_seats s JOIN holds h ON h.hold_id = s.hold_id
                WHERE h.event_id = ? AND h.status = 'ACTIVE' GROUP BY s.seat_id HAVING count(*) > 1) AS twice""";

    private final BenchFleet own;
    private final List<Person> people;
    private final int connections;
    private final int seconds;
    private final Path file;
    private final Map<String, List<String>> costs = new LinkedHashMap<>();
    private long held;
    private long doubled;
    private ShardLink last;

    HoldRush(BenchFleet own, List<Person> people, int connections, int seconds, Path file, ShardLink first) {
        this.own = own;
        this.people = people;
        this.connections = connections;
        this.seconds = seconds;
        this.file = file;
        this.last = first;
    }

    /** The shard of the last event. */
    ShardLink shard() {
        return last;
    }

    /** Nothing is judged: at first even the time may run out before anybody is answered. */
    void warmUp(UUID event, List<String> bodies, String process) throws IOException, InterruptedException {
        prepare(event, bodies);
        wrk(process).run();
    }

    /** Holds a second that were answered 201, each body sent once by another fan, to a process of the fleet. */
    double on(UUID event, List<String> bodies, String process) throws IOException, InterruptedException {
        int prepared = prepare(event, bodies);
        var cpu = ProcessTimes.of(own.status(), processes(process));
        var count = wrk(process).run().allServed();
        costs.computeIfAbsent(process, unknown -> new ArrayList<>())
                .add("%s (µs: %s)".formatted(cpu.shares(), cpu.microsecondsEach(count.requests())));
        if (count.requests() > prepared) {
            throw new IOException("the fans or the seats were used up: more --fans, or fewer --seconds");
        }
        judge(event, count.requests());
        return count.perSecond();
    }

    private int prepare(UUID event, List<String> bodies) throws IOException, InterruptedException {
        last = ShardLink.of(own.status(), event);
        var requests = new HoldRequests(event, people, bodies);
        Wrk.prepared(file, () -> requests);
        return requests.size();
    }

    private Wrk wrk(String process) throws IOException, InterruptedException {
        return new Wrk("http://127.0.0.1:" + own.port(process), connections, seconds, file);
    }

    private List<String> processes(String process) {
        return process.equals("inventory")
                ? List.of("inventory", last.process())
                : List.of(process, "inventory", last.process());
    }

    /** Those under way when the time was up hold seats as well, but were not counted. */
    private void judge(UUID event, long answered) throws IOException {
        long holds = last.number(HOLDS, event);
        long seats = last.number(SEATS_OF_HOLDS, event);
        if (holds < answered) {
            throw new IOException("%d were told of a hold, %d are in the books".formatted(answered, holds));
        }
        held += seats;
        doubled += last.number(TWICE, event) + Math.max(0, seats - last.number(RESERVED, event));
    }

    /** What became of all of them, for the report. */
    void describe(Map<String, Object> settings) throws IOException {
        settings.put("double_sales", "%d among %d seats held".formatted(doubled, held));
        settings.put("load_generator", new Wrk("", connections, seconds, file).described());
        settings.put("pgbench", last.pgbench(connections, seconds).described());
        for (String setting : List.of("synchronous_commit", "fsync", "full_page_writes")) {
            settings.put(setting, last.setting(setting));
        }
        costs.forEach((process, cost) -> settings.put("cpu_" + process.replace('-', '_'), cost));
    }

    /** Whether no seat was sold twice. */
    boolean clean() {
        return doubled == 0;
    }
}
