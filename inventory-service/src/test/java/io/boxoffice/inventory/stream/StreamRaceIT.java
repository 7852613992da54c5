package io.boxoffice.inventory.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.inventory.fixture.Api;
import io.boxoffice.inventory.fixture.History;
import io.boxoffice.inventory.fixture.InventoryTest;
import io.boxoffice.inventory.fixture.Rush;
import io.boxoffice.inventory.fixture.Shows;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Fans take, give back and buy while others look; in the end everybody sees what is. */
@InventoryTest
class StreamRaceIT {
    private static final int FANS = 24;
    private static final int ROUNDS = 6;
    private static final int VIEWERS = 8;

    @Autowired
    Shows shows;

    @Autowired
    Api api;

    @Autowired
    MeterRegistry metrics;

    @LocalServerPort
    int port;

    @Test
    void whateverHappensEveryMapIsRightInTheEnd() {
        var plan = shows.plan(30, 1);
        plan.put("sections", List.of(Shows.section("Floor", 30, 1), Shows.generalAdmission("Pit", 30)));
        plan.put(
                "pricing_tiers",
                List.of(
                        Map.of("section", "Floor", "price", new BigDecimal("50.00")),
                        Map.of("section", "Pit", "price", new BigDecimal("20.00"))));
        var show = shows.onSale(plan);
        double differences =
                metrics.get("boxoffice.stream.differences").counter().count();
        var viewers = new CopyOnWriteArrayList<StreamViewer>();

        Rush.of(FANS + VIEWERS, n -> {
            if (n < FANS) {
                act(show, new Random(n));
            } else {
                viewers.add(look(show, new Random(n)));
            }
            return n;
        });

        var now = api.availability(show.id()).body();
        assertThat(viewers).hasSize(VIEWERS).allSatisfy(viewer -> {
            await().until(
                            viewer::version,
                            version -> version >= now.path("version").asLong());
            assertThat(viewer.faults).isEmpty();
            assertThat(viewer.version()).isEqualTo(now.path("version").asLong());
            assertThat(viewer.letters("Floor"))
                    .isEqualTo(now.at("/sections/0/seats").asString());
            for (var what : List.of("available", "reserved", "purchased", "not_for_sale")) {
                assertThat(viewer.count("Floor", what))
                        .isEqualTo(now.at("/sections/0/" + what).asInt());
                assertThat(viewer.count("Pit", what))
                        .isEqualTo(now.at("/sections/1/" + what).asInt());
            }
        });
        assertThat(metrics.get("boxoffice.stream.differences").counter().count())
                .isEqualTo(differences);
        viewers.forEach(StreamViewer::close);
        History.check(show);
    }

    private void act(Shows.Show show, Random random) {
        for (int round = 0; round < ROUNDS; round++) {
            var fan = UUID.randomUUID();
            var held = random.nextInt(3) == 0
                    ? api.holdBest(fan, show.id(), Map.of("quantity", 2, "section", "Pit", "adjacent", false))
                    : api.hold(fan, show.id(), List.of(show.seats().get(random.nextInt(30))));
            if (held.status() == 201 && random.nextInt(6) > 0) {
                api.release(fan, show.id(), held.id("hold_id"));
            } else if (held.status() == 201) {
                var order = UUID.randomUUID();
                long fence = api.checkout(show.id(), held.id("hold_id"), order, fan)
                        .body()
                        .path("fence")
                        .asLong();
                api.confirm(show.id(), held.id("hold_id"), order, fence, fan);
            }
        }
    }

    /** Goes away now and then, and comes back to what was last told. */
    private StreamViewer look(Shows.Show show, Random random) {
        var viewer = StreamViewer.of(port, show.id()).awaitTold(1);
        UnaryOperator<StreamViewer> leaveAndComeBack = before -> {
            before.close();
            await().until(before::hasEnded);
            var after = StreamViewer.after(port, show.id(), before).awaitTold(1);
            after.faults.addAll(before.faults);
            return after;
        };
        for (int visit = random.nextInt(3); visit > 0; visit--) {
            viewer = leaveAndComeBack.apply(viewer);
        }
        return viewer;
    }
}
