package io.boxoffice.e2e.bench;

import io.boxoffice.e2e.bench.BenchResult.Row;
import io.boxoffice.e2e.bench.load.Tool;
import io.boxoffice.e2e.client.http.Json;
import io.boxoffice.e2e.demo.Stage;
import io.boxoffice.e2e.fleet.Fleet;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Places of one general admission, which everybody wants, beside pgbench counting down one row. */
final class HotRowBench {

    private static final int USUAL_FANS = 45_000;
    private static final int MOST_PLACES = 100_000;
    private static final int CONNECTIONS = 64;
    private static final int WARM_UPS = 3;
    private static final int MOST_A_FAN = 4;
    private static final double LEAST = 10;
    private static final String SECTION = "Pit";

    private final Fleet fleet;
    private final int fans;
    private final int pairs;
    private final int seconds;

    HotRowBench(Fleet fleet, BenchOptions options) {
        this.fleet = fleet;
        this.fans = options.fans(USUAL_FANS);
        this.pairs = options.pairs(5);
        this.seconds = options.seconds(5);
    }

    BenchResult measure() throws IOException, InterruptedException {
        Tool.WRK.path();
        Tool.PGBENCH.path();
        Path file = Files.createTempFile("places", ".requests");
        try (var own = BenchFleet.up(fleet, BenchFleet.OPEN_SALE)) {
            var rush = new HoldRush(
                    own, own.fans(1, fans), CONNECTIONS, seconds, file, ShardLink.of(own.status(), event(own)));
            for (int warmUp = 0; warmUp < WARM_UPS; warmUp++) {
                rush.warmUp(event(own), bodies(1), "inventory");
            }
            Row four = compared(own, rush, MOST_A_FAN);
            Row one = compared(own, rush, 1);
            Map<String, Object> settings = new LinkedHashMap<>();
            settings.put("accounts", fans);
            settings.put("places", capacity());
            rush.describe(settings);
            settings.put("up_options", own.options());
            if (!rush.clean()) {
                throw new IOException("places were sold twice: " + settings.get("double_sales"));
            }
            return BenchResult.of("hot-row", List.of(four, one), settings);
        } finally {
            Files.delete(file);
        }
    }

    private Row compared(BenchFleet own, HoldRush rush, int quantity) throws IOException, InterruptedException {
        Pairs figures = Pairs.of(
                "%d places a hold, places/s to pgbench".formatted(quantity),
                pairs,
                () -> quantity * places(own, rush, quantity),
                () -> rush.shard().pgbench(CONNECTIONS, seconds).run("pgbench-counter.sql"));
        return figures.row(
                quantity + " a hold",
                "places/s",
                "pgbench counting down one row, transactions/s",
                "≥ 10 × pgbench's single-row update, synchronous commit",
                ratio -> ratio >= LEAST);
    }

    private double places(BenchFleet own, HoldRush rush, int quantity) throws IOException, InterruptedException {
        return rush.on(event(own), bodies(quantity), "inventory");
    }

    private List<String> bodies(int quantity) {
        String body = Json.write(Map.of("best_available", Map.of("quantity", quantity, "section", SECTION)));
        return Collections.nCopies(capacity() / quantity, body);
    }

    private int capacity() {
        return Math.min(MOST_PLACES, fans * MOST_A_FAN);
    }

    private UUID event(BenchFleet own) throws IOException, InterruptedException {
        Map<String, Object> venue = new HashMap<>(Stage.venueBody("Field", 3));
        venue.put("sections", List.of(Map.of("section", SECTION, "kind", "GA", "capacity", capacity(), "gate", "B")));
        return own.onSale(venue, id -> {
            var event = Stage.eventBody("Field", id, 3, Instant.now().minusSeconds(1));
            event.put("pricing_tiers", List.of(Map.of("section", SECTION, "price", new BigDecimal("20.00"))));
            return event;
        });
    }
}
