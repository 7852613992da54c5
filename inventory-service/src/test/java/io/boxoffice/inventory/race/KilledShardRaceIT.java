package io.boxoffice.inventory.race;

import static org.awaitility.Awaitility.await;

import io.boxoffice.inventory.fixture.InventoryTest;
import io.boxoffice.inventory.fixture.KillablePostgres;
import io.boxoffice.inventory.fixture.ShardDatabases;
import io.boxoffice.inventory.fixture.Shows;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The shard's PostgreSQL is killed with SIGKILL in the middle, and comes back; nothing that was answered is undone. */
@InventoryTest
class KilledShardRaceIT {
    private static final int FANS = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    Shows shows;

    @Autowired
    Race race;

    @Autowired
    JdbcClient directory;

    private final KillablePostgres postgres = ShardDatabases.killable();

    @BeforeAll
    static void theShardIsThere() {
        ShardDatabases.killable().start();
    }

    @ParameterizedTest
    @MethodSource("io.boxoffice.inventory.race.Seeds#all")
    void aShardThatIsKilledLosesNoAnswerAndSellsNoSeatTwice(long seed) {
        var plan = shows.plan(10, 1);
        plan.put("ticket_limit", 4);
        directory
                .sql("INSERT INTO events (event_id, shard, hot) VALUES (?, ?, false)")
                .params((UUID) plan.get("event_id"), ShardDatabases.KILLABLE)
                .update();
        var show = shows.onSale(plan);
        int moment = 20 + new Random(seed).nextInt(150);
        race.run(show, FANS, FanLife.Terms.SEATS.withoutAging(), seed, journal -> {
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> journal.calls() >= moment);
            postgres.kill();
            postgres.restart();
        });
    }
}
