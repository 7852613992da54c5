package io.boxoffice.inventory.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.inventory.fixture.Api;
import io.boxoffice.inventory.fixture.Heard;
import io.boxoffice.inventory.fixture.History;
import io.boxoffice.inventory.fixture.InventoryTest;
import io.boxoffice.inventory.fixture.Rush;
import io.boxoffice.inventory.fixture.Shows;
import io.boxoffice.inventory.hold.Sweeps;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

@InventoryTest
class MoveRaceIT {
    private static final int FANS = 12;
    private static final int MOVES = 5;

    @Autowired
    Shows shows;

    @Autowired
    Api api;

    @Autowired
    Moving moving;

    @Autowired
    Sweeps sweeps;

    @Autowired
    Heard heard;

    @Test
    void aSaleGoesOnWhileItsEventMovesBackAndForth() {
        var show = shows.onSale(12, 20);
        var over = new AtomicBoolean();
        var sold = new ArrayList<CompletableFuture<List<UUID>>>();
        var now = show;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < FANS; n++) {
                var random = new Random(n);
                sold.add(CompletableFuture.supplyAsync(() -> shop(show, random, over), threads));
            }
            for (int n = 0; n < MOVES; n++) {
                now = moving.move(now, Moving.other(now.shard()));
                sweeps.sweep();
            }
            over.set(true);
        }
        sweeps.sweep();
        History.check(now);
        Moving.assertGone(show.at(Moving.other(now.shard())), now.shard());
        var tickets = now.behind()
                .sql("SELECT DISTINCT order_id FROM tickets WHERE event_id = ? AND status <> 'REVOKED'")
                .param(show.id())
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
        assertThat(tickets)
                .containsExactlyInAnyOrderElementsOf(
                        sold.stream().flatMap(fan -> fan.join().stream()).toList());
        await().untilAsserted(() -> assertThat(heard.all("SeatsPurchased", show.id()))
                .extracting(message -> message.data().path("order_id").asString())
                .containsAll(tickets.stream().map(UUID::toString).toList()));
    }

    /** Buys, gives back, lets lapse, has revoked; tells which orders have their tickets in the end. */
    private List<UUID> shop(Shows.Show show, Random random, AtomicBoolean over) {
        var orders = new ArrayList<UUID>();
        while (!over.get()) {
            var fan = UUID.randomUUID();
            int from = 2 * random.nextInt(show.seats().size() / 2);
            var key = UUID.randomUUID().toString();
            var held = api.hold(fan, show.id(), show.seats().subList(from, from + 2), key);
            if (held.status() != 201) {
                assertThat(held.code()).as(held.raw().body()).isIn("seat-taken", "orphan-seat");
                continue;
            }
            var hold = held.id("hold_id");
            switch (random.nextInt(4)) {
                case 0 -> ok(api.release(fan, show.id(), hold));
                case 1 ->
                    assertThat(api.hold(fan, show.id(), show.seats().subList(from, from + 2), key)
                                    .id("hold_id"))
                            .isEqualTo(hold);
                default -> buy(show, fan, hold, random, orders);
            }
        }
        return orders;
    }

    private void buy(Shows.Show show, UUID fan, UUID hold, Random random, List<UUID> orders) {
        var order = UUID.randomUUID();
        var checkout = ok(api.checkout(show.id(), hold, order, fan));
        var fence = checkout.body().path("fence").asLong();
        if (random.nextInt(3) == 0) {
            ok(api.abandon(show.id(), hold, order, fence, "RELEASE"));
            return;
        }
        var first = ok(api.confirm(show.id(), hold, order, fence, fan));
        assertThat(ok(api.confirm(show.id(), hold, order, fence, fan)).body()).isEqualTo(first.body());
        if (random.nextInt(2) == 0) {
            assertThat(ok(api.revoke(show.id(), order)).body().path("revoked").asInt())
                    .isEqualTo(2);
        } else {
            scan(show, order);
            orders.add(order);
        }
    }

    private void scan(Shows.Show show, UUID order) {
        var code = ok(api.codes(show.id(), order)).body().at("/items/0/code").asString();
        var nonce = order.toString();
        var answer = ok(api.scan(show.id(), code, "A", "gate", nonce));
        assertThat(answer.text("result")).isEqualTo("ADMITTED");
        assertThat(ok(api.scan(show.id(), code, "A", "gate", nonce)).body()).isEqualTo(answer.body());
        var second = ok(api.scan(show.id(), code, "A", "gate", nonce + "-2"));
        assertThat(second.text("result") + " " + second.text("reason")).isEqualTo("DENIED already-used");
    }

    /** As many seats as a stadium's, and fans at them all the while. How long they had to wait is in the log. */
    @Test
    void aStadiumMovesWhileItIsSold() {
        var show = shows.onSale(500, 100);
        Rush.of(150, n -> api.hold(UUID.randomUUID(), show.id(), show.seats().subList(n * 100, n * 100 + 10)));
        var over = new AtomicBoolean();
        Shows.Show moved;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < 4; n++) {
                var random = new Random(n);
                threads.submit(() -> shop(show, random, over));
            }
            moving.ask(show.id(), Moving.other(show.shard()));
            await().atMost(Duration.ofMinutes(2)).until(() -> {
                moving.goOn();
                return moving.look(show.id()).text("state").equals("DONE");
            });
            over.set(true);
            moved = show.at(Moving.other(show.shard()));
        }
        var move = moving.look(show.id());
        LoggerFactory.getLogger(MoveRaceIT.class)
                .atWarn()
                .addKeyValue("move", move.raw().body())
                .log("a stadium moved");
        History.check(moved);
        Moving.assertGone(show, moved.shard());
        forget(moved);
    }

    /** Other tests have the same shards. */
    private static void forget(Shows.Show show) {
        for (var table : MovedTable.ALL.reversed()) {
            show.behind().sql(table.delete(show.id())).update();
        }
    }

    private static Api.Answer ok(Api.Answer answer) {
        assertThat(answer.status()).as(answer.raw().body()).isBetween(200, 299);
        return answer;
    }
}
