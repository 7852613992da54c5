package io.boxoffice.inventory.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.inventory.fixture.Api;
import io.boxoffice.inventory.fixture.Heard;
import io.boxoffice.inventory.fixture.History;
import io.boxoffice.inventory.fixture.InventoryTest;
import io.boxoffice.inventory.fixture.Shows;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@InventoryTest
class BlockReleaseIT {
    @Autowired
    Shows shows;

    @Autowired
    Api api;

    @Autowired
    Heard heard;

    @Test
    void aPhaseKeepsItsSeatsUntilTheGeneralSaleAlsoWhenThatIsMoved() {
        var plan = shows.plan(1, 4);
        plan.put("waiting_room", Map.of("mode", "FIFO", "lobby_minutes", 0));
        plan.put("sale_dates", Map.of("presale", "2020-01-01T10:00:00Z", "general", "2099-01-01T10:00:00Z"));
        var organiser = Organiser.of(api, shows, plan);
        var show = organiser.show();
        var block = organiser.block(Map.of("kind", "PHASE", "section", "Floor", "quantity", 2));
        assertThat(block.text("release")).isEqualTo("GENERAL_SALE");
        assertThat(block.text("release_at")).isEqualTo("2099-01-01T10:00:00Z");

        var moved = new HashMap<>(plan);
        moved.put("aggregate_version", 2);
        moved.put("sale_dates", Map.of("presale", "2020-01-01T10:00:00Z", "general", "2020-01-02T10:00:00Z"));
        shows.announce("EventUpdated", moved);
        await().untilAsserted(() -> assertThat(
                        organiser.look(block.id("block_id")).body().has("released_at"))
                .isTrue());
        await().untilAsserted(() -> assertThat(organiser.letters()).isEqualTo("AAAA"));
        assertThat(show.behind()
                        .sql("SELECT DISTINCT cause FROM seat_history WHERE event_id = ? AND transition = 'UNBLOCKED'")
                        .param(show.id())
                        .query(String.class)
                        .single())
                .isEqualTo("general-sale");
        History.check(show);
    }

    @Test
    void aBlockIsReleasedAtItsMomentAndFansHearThatSeatsCameBack() {
        var organiser = Organiser.of(api, shows, shows.plan(1, 2));
        var event = organiser.show().id();
        var block = organiser.block(Map.of("section", "Floor", "release", "2099-01-01T00:00:00Z"));
        heard.one("SaleSoldOut", event);
        assertThat(block.text("release")).isEqualTo("2099-01-01T00:00:00Z");
        organiser
                .show()
                .behind()
                .sql("UPDATE seat_blocks SET release_at = clock_timestamp() WHERE event_id = ?")
                .param(event)
                .update();
        heard.one("SaleReopened", event);
        assertThat(organiser.letters()).isEqualTo("AA");
        assertThat(Instant.parse(organiser.look(block.id("block_id")).text("released_at")))
                .isBefore(Instant.parse("2099-01-01T00:00:00Z"));
        History.check(organiser.show());
    }

    @Test
    void whatIsReleasedByHandAloneStays() {
        var organiser = Organiser.of(api, shows, shows.plan(1, 4));
        var kept = organiser.block(Map.of("section", "Floor", "quantity", 2)).id("block_id");
        var due = organiser
                .block(Map.of("section", "Floor", "quantity", 2, "release", "2099-01-01T00:00:00Z"))
                .id("block_id");
        organiser
                .show()
                .behind()
                .sql("UPDATE seat_blocks SET release_at = clock_timestamp() WHERE block_id = ?")
                .param(due)
                .update();
        await().untilAsserted(() ->
                assertThat(organiser.look(due).body().has("released_at")).isTrue());
        assertThat(organiser.look(kept).body().path("seats").asInt()).isEqualTo(2);
        assertThat(api.hold(
                                UUID.randomUUID(),
                                organiser.show().id(),
                                organiser.show().seats().subList(0, 2))
                        .status())
                .isEqualTo(201);
    }
}
