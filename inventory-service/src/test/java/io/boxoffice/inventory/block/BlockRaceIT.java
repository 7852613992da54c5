package io.boxoffice.inventory.block;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.inventory.fixture.Api;
import io.boxoffice.inventory.fixture.History;
import io.boxoffice.inventory.fixture.InventoryTest;
import io.boxoffice.inventory.fixture.Rush;
import io.boxoffice.inventory.fixture.Shows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@InventoryTest
class BlockRaceIT {
    private static final int CALLERS = 100;

    @Autowired
    Shows shows;

    @Autowired
    Api api;

    @Autowired
    BlockReleases releases;

    /** In rows of one seat each, so that no choice leaves a single seat behind. */
    private static List<UUID> some(Shows.Show show, Random random) {
        var seats = new ArrayList<>(show.seats());
        Collections.shuffle(seats, random);
        return seats.subList(0, 1 + random.nextInt(3));
    }

    @Test
    void blocksHoldsAndReleasesOfTheSameSeatsPassThemOnOneByOne() {
        var organiser = Organiser.of(api, shows, shows.plan(8, 1));
        var show = organiser.show();
        var statuses = Rush.of(CALLERS, n -> n % 2 == 0 ? hold(show, new Random(n)) : block(organiser, new Random(n)));
        assertThat(statuses.stream().flatMap(List::stream)).isSubsetOf(200, 201, 204, 409, 422);
        History.check(show);
        var blocked = new ArrayList<String>();
        organiser
                .list()
                .body()
                .path("items")
                .forEach(block -> block.path("sections")
                        .forEach(section -> section.path("seat_ids").forEach(id -> blocked.add(id.asString()))));
        assertThat(blocked).doesNotHaveDuplicates();
    }

    private List<Integer> hold(Shows.Show show, Random random) {
        var fan = UUID.randomUUID();
        var held = api.hold(fan, show.id(), some(show, random));
        return held.status() == 201 && random.nextBoolean()
                ? List.of(201, api.release(fan, show.id(), held.id("hold_id")).status())
                : List.of(held.status());
    }

    private static List<Integer> block(Organiser organiser, Random random) {
        var seats = some(organiser.show(), random);
        var made = random.nextBoolean()
                ? organiser.block(seats)
                : organiser.block(Map.of("section", "Floor", "quantity", seats.size()));
        if (made.status() != 201) {
            return List.of(made.status());
        }
        var block = made.id("block_id");
        var first = made.body().at("/sections/0/seat_ids/0").asString();
        return List.of(
                made.status(),
                organiser.release(block, Map.of("seat_ids", List.of(first))).status(),
                random.nextBoolean() ? organiser.releaseAll(block).status() : 204);
    }

    @Test
    void aBlockIsReleasedOnceHoweverManyAreAtIt() {
        var organiser = Organiser.of(api, shows, shows.plan(10, 1));
        var show = organiser.show();
        var block = organiser
                .block(Map.of("section", "Floor", "release", "2099-01-01T00:00:00Z"))
                .id("block_id");
        show.behind()
                .sql("UPDATE seat_blocks SET release_at = clock_timestamp() WHERE block_id = ?")
                .param(block)
                .update();
        Rush.of(CALLERS, n -> {
            if (n % 3 == 0) {
                releases.releaseDue();
            } else if (n % 3 == 1) {
                organiser.releaseAll(block);
            } else {
                api.hold(UUID.randomUUID(), show.id(), some(show, new Random(n)));
            }
            return n;
        });
        assertThat(show.behind()
                        .sql("SELECT count(*) FROM seat_history WHERE event_id = ? AND transition = 'UNBLOCKED'")
                        .param(show.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(10);
        History.check(show);
    }
}
