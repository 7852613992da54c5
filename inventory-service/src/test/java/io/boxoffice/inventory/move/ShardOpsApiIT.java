package io.boxoffice.inventory.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.inventory.fixture.Api;
import io.boxoffice.inventory.fixture.Heard;
import io.boxoffice.inventory.fixture.History;
import io.boxoffice.inventory.fixture.InventoryTest;
import io.boxoffice.inventory.fixture.ShardDatabases;
import io.boxoffice.inventory.fixture.Shows;
import io.boxoffice.inventory.shard.Shards;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@InventoryTest
class ShardOpsApiIT {
    private static final String SHARDS = "/api/v1/ops/shards";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    Shows shows;

    @Autowired
    Api api;

    @Autowired
    Moving moving;

    @Autowired
    Shards shards;

    @Autowired
    Heard heard;

    @Autowired
    JdbcClient directory;

    @Test
    void aShardIsAddedAndDrainedWhileItsEventIsSold() {
        var show = shows.onSale(1, 10);
        var url = ShardDatabases.another("shard-added");
        var added = post(SHARDS, Map.of("name", "shard-added", "jdbc_url", url));
        assertThat(added.status()).as(added.raw().body()).isEqualTo(201);
        assertThat(added.text("state")).isEqualTo("OPEN");
        assertThat(post(SHARDS, Map.of("name", "shard-added", "jdbc_url", url)).status())
                .isEqualTo(201);
        assertThat(post(SHARDS, Map.of("name", "shard-added", "jdbc_url", url + "_2"))
                        .code())
                .isEqualTo("shard-exists");
        await().atMost(PATIENCE).until(() -> shard("shard-added").path("ready").asBoolean());
        assertThat(shard("shard-added").path("schema_version").asString()).isNotEmpty();

        var there = moving.move(show, "shard-added");
        api.buy(UUID.randomUUID(), show.id(), show.seats().subList(0, 2), UUID.randomUUID());
        var full = shard("shard-added");
        assertThat(full.path("events").asInt()).isOne();
        assertThat(full.at("/seats/available").asInt()).isEqualTo(8);
        assertThat(full.at("/seats/purchased").asInt()).isEqualTo(2);
        assertThat(full.path("outbox_lag_seconds").isNumber()).isTrue();
        var placed = UUID.randomUUID();
        directory
                .sql("INSERT INTO events (event_id, shard, hot) VALUES (?, 'shard-added', false)")
                .param(placed)
                .update();

        var draining = post(SHARDS + "/shard-added/drain", Map.of());
        assertThat(draining.status()).isEqualTo(202);
        assertThat(draining.text("state")).isEqualTo("DRAINING");
        assertThat(moving.ask(shows.onSale(1, 1).id(), "shard-added").code()).isEqualTo("shard-closed");
        await().atMost(PATIENCE).until(() -> {
            moving.goOn();
            return shard("shard-added").path("state").asString().equals("CLOSED");
        });

        var home = shows.shardOf(show.id());
        Moving.assertGone(there, home);
        assertThat(shows.shardOf(placed)).isNotEqualTo("shard-added");
        assertThat(shards.isReady("shard-added")).isFalse();
        api.buy(UUID.randomUUID(), show.id(), show.seats().subList(2, 4), UUID.randomUUID());
        History.check(show.at(home));
        await().untilAsserted(() -> assertThat(heard.all("SeatsPurchased", show.id()))
                .extracting(Heard.Message::id)
                .doesNotHaveDuplicates()
                .hasSize(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://user:secret@host/seats",
                "jdbc:postgresql://host/seats?user=a&password=b",
                "jdbc:postgresql://one,two/seats",
                "jdbc:mysql://host/seats",
                "postgresql://host/seats",
                "jdbc:postgresql://host/"
            })
    void anAddressIsAServerAndADatabaseAndNothingElse(String url) {
        var refused = post(SHARDS, Map.of("name", "shard-x", "jdbc_url", url));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().at("/errors/0/pointer").asString()).isEqualTo("/jdbc_url");
        assertThat(shard("shard-x").isMissingNode()).isTrue();
    }

    @Test
    void aShardThatSettingsDoNotPlaceNeedsAnAddress() {
        var refused = post(SHARDS, Map.of("name", "shard-y"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().at("/errors/0/pointer").asString()).isEqualTo("/jdbc_url");
        assertThat(refused.raw().body()).contains("inventory.shards.shard-y.url");
        assertThat(post(SHARDS, Map.of("name", "Shard Y")).status()).isEqualTo(400);
        assertThat(post(SHARDS, Map.of("name", "shard-1")).status()).isEqualTo(201);
        assertThat(post(SHARDS + "/shard-y/drain", Map.of()).status()).isEqualTo(404);
    }

    @Test
    void aMoveSaysWhatIsWrongWithIt() {
        var show = shows.onSale(1, 1);
        var event = show.id();
        assertThat(moving.look(event).status()).isEqualTo(404);
        assertThat(moving.ask(UUID.randomUUID(), "shard-1").status()).isEqualTo(404);
        assertThat(moving.ask(event, show.shard()).code()).isEqualTo("already-there");
        var unknown = moving.ask(event, "shard-z");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.body().at("/errors/0/pointer").asString()).isEqualTo("/to");
        var asked = moving.ask(event, Moving.other(show.shard()));
        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.header("Location")).isEqualTo("/api/v1/ops/events/" + event + "/move");
        assertThat(moving.ask(event, Moving.other(show.shard())).text("move_id"))
                .isEqualTo(asked.text("move_id"));
        assertThat(moving.ask(event, "shard-hot").code()).isEqualTo("move-in-progress");
        assertThat(shard(show.shard()).at("/move/event_id").asString()).isNotEmpty();
        moving.goOn();
        assertThat(moving.look(event).text("state")).isEqualTo("DONE");
    }

    @Test
    void nobodyButOperatorsSeesShards() {
        for (var role : new String[] {"FAN", "ORGANIZER", "SUPPORT"}) {
            assertThat(api.send(api.as(UUID.randomUUID(), role, SHARDS).GET()).status())
                    .isEqualTo(403);
        }
        assertThat(api.get(SHARDS).status()).isEqualTo(401);
    }

    private JsonNode shard(String name) {
        var all = api.send(api.as(UUID.randomUUID(), "OPS", SHARDS).GET());
        for (var shard : all.body().path("items")) {
            if (shard.path("name").asString().equals(name)) {
                return shard;
            }
        }
        return all.body().at("/nothing");
    }

    private Api.Answer post(String path, Map<String, ?> body) {
        return api.send(api.as(UUID.randomUUID(), "OPS", path).POST(Api.json(body)));
    }
}
