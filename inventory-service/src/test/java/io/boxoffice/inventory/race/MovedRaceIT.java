package io.boxoffice.inventory.race;

import static org.awaitility.Awaitility.await;

import io.boxoffice.inventory.fixture.InventoryTest;
import io.boxoffice.inventory.fixture.Shows;
import io.boxoffice.inventory.move.Moving;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The event moves to another shard in the middle, and often back again; who was there does not notice. */
@InventoryTest
class MovedRaceIT {
    private static final int FANS = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    Shows shows;

    @Autowired
    Race race;

    @Autowired
    Moving moving;

    @ParameterizedTest
    @MethodSource("io.boxoffice.inventory.race.Seeds#all")
    void anEventThatMovesLosesNothingAndSellsNoSeatTwice(long seed) {
        var plan = shows.plan(10, 1);
        plan.put("ticket_limit", 4);
        var show = shows.onSale(plan);
        var random = new Random(seed);
        int moment = random.nextInt(150);
        int moves = 1 + random.nextInt(2);
        race.run(show, FANS, FanLife.Terms.SEATS.withoutAging(), seed, journal -> {
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> journal.calls() >= moment);
            var now = show;
            for (int n = 0; n < moves; n++) {
                now = moving.move(now, Moving.other(now.shard()));
            }
        });
    }
}
