package io.boxoffice.inventory.race;

import io.boxoffice.inventory.fixture.InventoryTest;
import io.boxoffice.inventory.fixture.Shows;
import io.boxoffice.inventory.hold.Sweeps;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Two hundred at once on very few seats; whatever they do to one another, one after another could have done it. */
@InventoryTest
class SeatRaceIT {
    private static final int FANS = 200;

    @Autowired
    Shows shows;

    @Autowired
    Race race;

    @Autowired
    Sweeps sweeps;

    @ParameterizedTest
    @MethodSource("io.boxoffice.inventory.race.Seeds#all")
    void tenSeatsForTwoHundredFans(long seed) {
        race.run(tenSeats(), FANS, FanLife.Terms.SEATS.withoutAging(), seed, _ -> {});
    }

    @ParameterizedTest
    @MethodSource("io.boxoffice.inventory.race.Seeds#all")
    void aPitForTwoHundredFans(long seed) {
        var plan = shows.plan(1, 1);
        plan.put("ticket_limit", 4);
        plan.put("sections", List.of(Shows.generalAdmission("Pit", 40)));
        plan.put("pricing_tiers", List.of(Map.of("section", "Pit", "price", new BigDecimal("20.00"))));
        race.run(shows.onSale(plan), FANS, FanLife.Terms.PLACES, seed, this::sweepMeanwhile);
    }

    @ParameterizedTest
    @MethodSource("io.boxoffice.inventory.race.Seeds#all")
    void tenSeatsWhoseHoldsLapseWhileTheyAreFoughtFor(long seed) {
        race.run(tenSeats(), FANS, FanLife.Terms.SEATS, seed, this::sweepMeanwhile);
    }

    /** Rows of one seat, so that no choice leaves a single one behind. */
    private Shows.Show tenSeats() {
        var plan = shows.plan(10, 1);
        plan.put("ticket_limit", 4);
        return shows.onSale(plan);
    }

    private void sweepMeanwhile(Journal journal) {
        for (int more = 50; more <= FANS; more += 50) {
            int enough = more;
            Awaitility.await().until(() -> journal.calls() >= enough);
            sweeps.sweep();
        }
    }
}
