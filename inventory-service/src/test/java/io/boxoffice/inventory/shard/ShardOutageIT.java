package io.boxoffice.inventory.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.inventory.fixture.Api;
import io.boxoffice.inventory.fixture.Heard;
import io.boxoffice.inventory.fixture.InventoryTest;
import io.boxoffice.inventory.fixture.ShardDatabases;
import io.boxoffice.inventory.fixture.Shows;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@InventoryTest
class ShardOutageIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    Shows shows;

    @Autowired
    Api api;

    @Autowired
    Heard heard;

    @Autowired
    JdbcClient directory;

    @Test
    void aShardThatIsAwayClosesItsOwnEventsAloneAndCatchesUpWhenItIsBack() {
        var elsewhere = shows.onSale(1, 5);
        var plan = shows.plan(1, 5);
        var event = (UUID) plan.get("event_id");
        var fan = UUID.randomUUID();
        directory
                .sql("INSERT INTO events (event_id, shard, hot) VALUES (?, 'shard-late', false)")
                .param(event)
                .update();

        refusedFor(api.get("/api/v1/events/" + event + "/seat-map"));
        shows.announce("EventPublished", plan);
        assertThat(api.hold(fan, elsewhere.id(), elsewhere.seats().subList(0, 1))
                        .status())
                .isEqualTo(201);

        ShardDatabases.createLate();
        await().atMost(PATIENCE)
                .until(() -> heard.all("SeatsProvisioned", event).size() == 1);
        var seats = ShardDatabases.behind("shard-late")
                .sql("SELECT seat_id FROM seats WHERE event_id = ?")
                .param(event)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
        assertThat(seats).hasSize(5);
        var early = UUID.randomUUID();
        api.buy(early, event, seats.subList(4, 5), UUID.randomUUID());
        api.buy(early, elsewhere.id(), elsewhere.seats().subList(1, 2), UUID.randomUUID());
        await().atMost(PATIENCE)
                .until(() -> api.tickets(early, "").body().path("items").size() == 2);

        var known = api.get("/api/v1/events/" + event + "/availability");
        ShardDatabases.closeLate();
        var held = api.tickets(early, "").body().path("items");
        assertThat(held.size()).isEqualTo(2);
        assertThat(held.at("/1/event_id").asString()).isEqualTo(event.toString());
        refusedFor(api.hold(fan, event, seats.subList(0, 4), "patient"));
        var stale = api.get("/api/v1/events/" + event + "/availability");
        assertThat(stale.status()).as(stale.raw().body()).isEqualTo(200);
        assertThat(stale.text("as_of")).isEqualTo(known.text("as_of"));
        assertThat(api.get("/api/v1/events/" + elsewhere.id() + "/availability").status())
                .isEqualTo(200);

        ShardDatabases.reopenLate();
        await().atMost(PATIENCE)
                .until(() ->
                        api.hold(fan, event, seats.subList(0, 4), "patient").status() == 201);
        await().atMost(PATIENCE).until(() -> heard.all("SeatsHeld", event).size() == 2);
    }

    private static void refusedFor(Api.Answer answer) {
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("shard-unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("2");
        assertThat(answer.body().path("retryable").asBoolean()).isTrue();
    }
}
