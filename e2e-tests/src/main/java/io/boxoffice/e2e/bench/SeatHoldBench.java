package io.boxoffice.e2e.bench;

import io.boxoffice.e2e.bench.BenchResult.Row;
import io.boxoffice.e2e.bench.load.Tool;
import io.boxoffice.e2e.client.Person;
import io.boxoffice.e2e.client.http.Json;
import io.boxoffice.e2e.demo.Stage;
import io.boxoffice.e2e.fleet.Fleet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Named seats held by fans who are all different, beside what pgbench sells one by one on the same server. */
final class SeatHoldBench {

    private static final int USUAL_FANS = 45_000;
    private static final int CONNECTIONS = 64;
    private static final int WARM_UPS = 3;
    private static final int ROW = 20;
    /** The last two of a row are left: one alone would be an orphan. */
    private static final int SOLD_ONE_BY_ONE = ROW - 2;

    private static final double LEAST_DIRECT = 0.8;
    private static final double LEAST_GATEWAY = 0.4;

    /** Seat by seat along the rows, all rows at once: so no choice leaves a single seat behind. */
    private static final String GROUPS = """
            SELECT string_agg(seat_id::text, ' ') FROM (
                SELECT seat_id, section, "row", seat_number::integer AS number,
                       (seat_number::integer - 1) / %1$d AS round,
                       count(*) OVER (PARTITION BY section, "row") AS length
                FROM seats WHERE event_id = ?) AS seats
            WHERE length = %3$d AND number <= %2$d
            GROUP BY section, "row", round ORDER BY round, section, "row\"""";

    private final Fleet fleet;
    private final int fans;
    private final int pairs;
    private final int seconds;

    SeatHoldBench(Fleet fleet, BenchOptions options) {
        this.fleet = fleet;
        this.fans = options.fans(USUAL_FANS);
        this.pairs = options.pairs(5);
        this.seconds = options.seconds(5);
    }

    BenchResult measure() throws IOException, InterruptedException {
        Tool.WRK.path();
        Tool.PGBENCH.path();
        Path file = Files.createTempFile("holds", ".requests");
        try (var own = BenchFleet.up(fleet, BenchFleet.OPEN_SALE)) {
            List<Person> people = own.fans(1, fans);
            var rush = new HoldRush(own, people, CONNECTIONS, seconds, file, ShardLink.of(own.status(), event(own)));
            for (int warmUp = 0; warmUp < WARM_UPS; warmUp++) {
                UUID event = event(own);
                rush.warmUp(event, bodies(own, event, 1), "inventory");
            }
            Row direct = compared(own, rush, "inventory", 1, "at the service ≥ 0.8 × pgbench", LEAST_DIRECT);
            UUID warming = event(own);
            rush.warmUp(warming, bodies(own, warming, 1), "gateway");
            Row gateway = compared(own, rush, "gateway", 1, "through the gateway ≥ 0.4 × pgbench", LEAST_GATEWAY);
            Row four = compared(own, rush, "inventory", 4, "four seats a hold, no target of its own", 0);
            Map<String, Object> settings = new LinkedHashMap<>();
            settings.put("accounts", fans);
            rush.describe(settings);
            settings.put("up_options", own.options());
            if (!rush.clean()) {
                throw new IOException("seats were sold twice: " + settings.get("double_sales"));
            }
            return BenchResult.of("seat-hold", List.of(direct, gateway, four), settings);
        } finally {
            Files.delete(file);
        }
    }

    private Row compared(BenchFleet own, HoldRush rush, String process, int seats, String target, double least)
            throws IOException, InterruptedException {
        Pairs figures = Pairs.of(
                "%s, %d seats a hold, seats/s to pgbench".formatted(process, seats),
                pairs,
                () -> seats * holds(own, rush, seats, process),
                () -> rush.shard().pgbench(CONNECTIONS, seconds).run("pgbench-seat.sql"));
        return figures.row(
                seats == 1 ? process : process + ", " + seats + " seats",
                seats == 1 ? "holds/s" : "seats/s",
                "pgbench read version, compare and set, transactions/s",
                target,
                ratio -> ratio >= least);
    }

    private double holds(BenchFleet own, HoldRush rush, int seats, String process)
            throws IOException, InterruptedException {
        UUID event = event(own);
        return rush.on(event, bodies(own, event, seats), process);
    }

    private static List<String> bodies(BenchFleet own, UUID event, int seats) throws IOException, InterruptedException {
        int upTo = seats == 1 ? SOLD_ONE_BY_ONE : ROW;
        return ShardLink.of(own.status(), event).texts(GROUPS.formatted(seats, upTo, ROW), event).stream()
                .map(group -> Json.write(Map.of("seat_ids", Arrays.asList(group.split(" ")))))
                .toList();
    }

    /** A seat for each fan, and those that are left in each row. */
    private UUID event(BenchFleet own) throws IOException, InterruptedException {
        int seats = Math.ceilDiv(fans, SOLD_ONE_BY_ONE) * ROW;
        return own.onSale(
                Stage.venueBody("Rush", seats),
                venue -> Stage.eventBody("Rush", venue, seats, Instant.now().minusSeconds(1)));
    }
}
