package io.boxoffice.inventory.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.inventory.fixture.Api;
import io.boxoffice.inventory.fixture.Heard;
import io.boxoffice.inventory.fixture.InventoryTest;
import io.boxoffice.inventory.fixture.ShardDatabases;
import io.boxoffice.inventory.fixture.Shows;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@InventoryTest
class ProvisioningIT {
    @Autowired
    Shows shows;

    @Autowired
    Api api;

    @Autowired
    Heard heard;

    @Test
    void anEventGetsItsSeatsAndTellsSo() {
        var show = shows.onSale(3, 10);
        assertThat(show.seats()).hasSize(30);
        var told = heard.one("SeatsProvisioned", show.id());
        assertThat(told.data().path("seats").asInt()).isEqualTo(30);
        assertThat(told.data().path("shard").asString()).isEqualTo(show.shard());
        assertThat(told.subject()).isEqualTo(show.id().toString());
    }

    @Test
    void theSameAnnouncementTwiceMakesTheSeatsOnce() {
        var plan = shows.plan(2, 5);
        var show = shows.onSale(plan);
        shows.announce("EventPublished", plan);
        var later = shows.onSale(1, 1);
        heard.one("SeatsProvisioned", later.id());
        assertThat(heard.all("SeatsProvisioned", show.id())).hasSize(1);
        assertThat(show.behind()
                        .sql("SELECT count(*) FROM seats WHERE event_id = ?")
                        .param(show.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(10);
    }

    @Test
    void aRepeatAfterACrashMakesTheSameSeats() {
        var plan = shows.plan(2, 5);
        var show = shows.onSale(plan);
        show.behind()
                .sql("DELETE FROM seats WHERE event_id = ?")
                .param(show.id())
                .update();
        show.behind()
                .sql("DELETE FROM sections WHERE event_id = ?")
                .param(show.id())
                .update();
        show.behind()
                .sql("DELETE FROM shard_events WHERE event_id = ?")
                .param(show.id())
                .update();
        shows.announce("EventPublished", plan);
        await().untilAsserted(() -> assertThat(show.behind()
                        .sql("SELECT seat_id FROM seats WHERE event_id = ? ORDER BY position")
                        .param(show.id())
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .list())
                .isEqualTo(show.seats()));
        assertThat(shows.shardOf(show.id())).isEqualTo(show.shard());
    }

    @Test
    void anImpossiblePlanIsRefusedWithItsReasonOnce() {
        var plan = shows.plan(1, 5);
        plan.put("pricing_tiers", List.of(Map.of("section", "Elsewhere", "price", 1)));
        shows.announce("EventPublished", plan);
        shows.announce("EventPublished", plan);
        var event = (UUID) plan.get("event_id");
        var told = heard.one("SeatsProvisioningFailed", event);
        assertThat(told.data().path("reason").asString()).isEqualTo("section Floor has no price");
        assertThat(api.get("/api/v1/events/" + event + "/seat-map").status()).isEqualTo(404);
    }

    @Test
    void eventsShareTheShardsAndAHotOneGetsADedicatedOneWhileItIsFree() {
        var first = shows.onSale(1, 1);
        var second = shows.onSale(1, 1);
        assertThat(List.of(first.shard(), second.shard()))
                .doesNotContain("shard-hot")
                .doesNotHaveDuplicates();

        var hot = shows.plan(1, 1);
        hot.put("hot", true);
        var next = shows.plan(1, 1);
        next.put("hot", true);
        assertThat(shows.onSale(hot).shard()).isEqualTo("shard-hot");
        assertThat(shows.onSale(next).shard()).isNotEqualTo("shard-hot");
    }

    @Test
    void aStadiumIsProvisionedInOneGoAndAgainForNothing() {
        var plan = stadium();
        var show = shows.onSale(plan);
        assertThat(show.seats()).hasSize(80_000).doesNotHaveDuplicates();
        shows.announce("EventPublished", plan);
        shows.onSale(1, 1);
        assertThat(heard.one("SeatsProvisioned", show.id()).data().path("seats").asInt())
                .isEqualTo(80_000);
        var availability = api.get("/api/v1/events/" + show.id() + "/availability");
        assertThat(availability
                        .body()
                        .path("sections")
                        .valueStream()
                        .mapToInt(section -> section.path("available").asInt()))
                .hasSize(8)
                .containsOnly(10_000);
        forget(show);
    }

    /** The backend that copies is killed, as by a power cut: its transaction leaves nothing, and the message comes again. */
    @Test
    void aStadiumWhoseMakingIsCutOffIsMadeAsAWholeLater() {
        var plan = stadium();
        var event = (UUID) plan.get("event_id");
        shows.announce("EventPublished", plan);
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> killsTheCopy(ShardDatabases.behind("shard-1")));
        await().untilAsserted(() -> heard.one("SeatsProvisioned", event));
        var behind = ShardDatabases.behind(shows.shardOf(event));
        assertThat(behind.sql("SELECT count(*) FROM seats WHERE event_id = ?")
                        .param(event)
                        .query(Integer.class)
                        .single())
                .isEqualTo(80_000);
        behind.sql("DELETE FROM seats WHERE event_id = ?").param(event).update();
    }

    private static boolean killsTheCopy(JdbcClient behind) {
        return !behind.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'COPY seats%'"
                        + " AND state = 'active' AND pid <> pg_backend_pid()")
                .query(Boolean.class)
                .list()
                .isEmpty();
    }

    @Test
    void duplicatesAreRefusedWithTheirReason() {
        var twice = shows.plan(1, 5);
        twice.put("sections", List.of(Shows.section("Floor", 1, 5), Shows.section("Floor", 2, 5)));
        shows.announce("EventPublished", twice);
        assertThat(heard.one("SeatsProvisioningFailed", (UUID) twice.get("event_id"))
                        .data()
                        .path("reason")
                        .asString())
                .isEqualTo("section Floor appears twice");
    }

    private Map<String, Object> stadium() {
        var plan = shows.plan(1, 1);
        var names = IntStream.range(0, 8).mapToObj(n -> "Block " + n).toList();
        plan.put(
                "sections",
                names.stream().map(name -> Shows.section(name, 100, 100)).toList());
        plan.put(
                "pricing_tiers",
                names.stream().map(name -> Map.of("section", name, "price", 80)).toList());
        return plan;
    }

    private static void forget(Shows.Show show) {
        show.behind()
                .sql("DELETE FROM seats WHERE event_id = ?")
                .param(show.id())
                .update();
    }
}
