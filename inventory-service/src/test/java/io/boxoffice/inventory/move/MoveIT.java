package io.boxoffice.inventory.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.boxoffice.inventory.fixture.Api;
import io.boxoffice.inventory.fixture.Heard;
import io.boxoffice.inventory.fixture.History;
import io.boxoffice.inventory.fixture.InventoryTest;
import io.boxoffice.inventory.fixture.Shows;
import io.boxoffice.inventory.hold.Sweeps;
import io.boxoffice.inventory.shard.Gate;
import io.boxoffice.inventory.shard.Shards;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@InventoryTest
class MoveIT {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(1);

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

    @Autowired
    Shards shards;

    @Test
    void whatWasBegunBeforeAMoveGoesOnAfterIt() {
        var show = shows.onSale(4, 10);
        var seats = show.seats();
        var to = Moving.other(show.shard());
        var fan = UUID.randomUUID();
        var buyer = UUID.randomUUID();
        var held = api.hold(fan, show.id(), seats.subList(0, 2), "my-key");
        var hold = api.hold(buyer, show.id(), seats.subList(10, 12)).id("hold_id");
        var order = UUID.randomUUID();
        var fence =
                api.checkout(show.id(), hold, order, buyer).body().path("fence").asLong();
        var sold = UUID.randomUUID();
        var ticket = ticket(api.buy(UUID.randomUUID(), show.id(), seats.subList(20, 22), sold));
        var lapsing =
                api.hold(UUID.randomUUID(), show.id(), seats.subList(30, 32)).id("hold_id");
        var code = api.codes(show.id(), sold).body().at("/items/0/code").asString();
        var scanned = api.scan(show.id(), code, "A", "device", "nonce");
        var refund = UUID.randomUUID();
        assertThat(api.refund(show.id(), sold, refund, "lock", Map.of("force", true))
                        .status())
                .isEqualTo(200);

        var moved = moving.move(show, to);

        Moving.assertGone(show, to);
        var again = api.hold(fan, show.id(), seats.subList(0, 2), "my-key");
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.id("hold_id")).isEqualTo(held.id("hold_id"));
        assertThat(api.lookAtHold(fan, show.id(), held.id("hold_id")).text("status"))
                .isEqualTo("ACTIVE");
        assertThat(api.checkout(show.id(), hold, order, buyer)
                        .body()
                        .path("fence")
                        .asLong())
                .isEqualTo(fence);
        assertThat(api.confirm(show.id(), hold, order, fence, buyer).status()).isEqualTo(200);
        assertThat(api.scan(show.id(), code, "A", "device", "nonce").body()).isEqualTo(scanned.body());
        assertThat(api.refund(show.id(), sold, refund, "revoke", Map.of("cause", "refund"))
                        .body()
                        .path("revoked")
                        .asInt())
                .isEqualTo(2);
        assertThat(api.refund(show.id(), sold, refund, "free", Map.of("cause", "refund"))
                        .body()
                        .path("freed")
                        .asInt())
                .isEqualTo(2);
        assertThat(api.ticket(show.id(), ticket).text("status")).isEqualTo("REVOKED");
        moved.lapse(lapsing);
        sweeps.sweep();
        assertThat(moved.statusOf(seats.get(30))).isEqualTo("AVAILABLE");
        assertThat(api.release(fan, show.id(), held.id("hold_id")).status()).isEqualTo(204);
        History.check(moved);
        await().until(() -> heard.all("SeatsReleased", show.id()).size() >= 3);
        assertThat(heard.all("SeatsHeld", show.id()))
                .extracting(Heard.Message::subject)
                .doesNotHaveDuplicates()
                .hasSize(4);
    }

    private static UUID ticket(Api.Answer confirmed) {
        return UUID.fromString(confirmed.body().at("/tickets/0/ticket_id").asString());
    }

    @Test
    void whatHappensDuringAMoveIsThereAfterIt() {
        var show = shows.onSale(3, 10);
        var to = Moving.other(show.shard());
        var fan = UUID.randomUUID();
        var first = api.hold(fan, show.id(), show.seats().subList(0, 2)).id("hold_id");
        moving.ask(show.id(), to);
        moving.attempt(show.id(), step -> {
            if (step == Mover.Step.COPIED) {
                api.release(fan, show.id(), first);
                api.hold(fan, show.id(), show.seats().subList(0, 2));
                api.buy(UUID.randomUUID(), show.id(), free(show, 2), UUID.randomUUID());
            }
        });
        assertThat(moving.look(show.id()).text("state")).isEqualTo("DONE");
        Moving.assertGone(show, to);
        History.check(show.at(to));
        assertThat(show.at(to)
                        .behind()
                        .sql("SELECT count(*) FROM tickets WHERE event_id = ?")
                        .param(show.id())
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(2);
    }

    /** Free seats of a row of their own, so that no single one is left beside them. */
    private static List<UUID> free(Shows.Show show, int many) {
        return show.behind()
                .sql("SELECT seat_id FROM seats WHERE event_id = ? AND status = 'AVAILABLE' AND position >= 10"
                        + " ORDER BY position LIMIT ?")
                .params(show.id(), many)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    @ParameterizedTest
    @EnumSource(Mover.Step.class)
    void whereverAMoverDiesAnotherOneEndsTheMove(Mover.Step last) {
        var show = shows.onSale(2, 10);
        var to = Moving.other(show.shard());
        var fan = UUID.randomUUID();
        var hold = api.hold(fan, show.id(), show.seats().subList(0, 2)).id("hold_id");
        moving.ask(show.id(), to);
        assertThatThrownBy(() -> moving.attempt(show.id(), step -> {
                    if (step == last) {
                        throw new Moving.Killed();
                    }
                }))
                .isInstanceOf(Moving.Killed.class);

        var meanwhile = CompletableFuture.supplyAsync(
                () -> api.hold(UUID.randomUUID(), show.id(), show.seats().subList(10, 12)));
        moving.goOn();

        assertThat(meanwhile.join().status()).isEqualTo(201);
        var move = moving.look(show.id());
        assertThat(move.text("state")).as(move.raw().body()).isEqualTo("DONE");
        assertThat(move.body().path("pause_ms").asLong(-1)).isNotNegative();
        assertThat(api.release(fan, show.id(), hold).status()).isEqualTo(204);
        Moving.assertGone(show, to);
        History.check(show.at(to));
    }

    @Test
    void whoWasOvertakenCanDoNothingAnyMore() {
        var show = shows.onSale(1, 4);
        var to = Moving.other(show.shard());
        moving.ask(show.id(), to);
        var overtaken = new Object() {
            boolean yes;
        };
        moving.attempt(show.id(), step -> {
            if (step == Mover.Step.COPIED && !overtaken.yes) {
                overtaken.yes = true;
                // its connection to the directory was lost, and with it the lock, but it does not know
                moving.attemptWithoutLock(show.id());
                assertThat(moving.look(show.id()).text("state")).isEqualTo("DONE");
            }
        });
        assertThat(overtaken.yes).isTrue();
        Moving.assertGone(show, to);
        assertThat(api.hold(UUID.randomUUID(), show.id(), show.seats()).status())
                .isEqualTo(201);
        History.check(show.at(to));
    }

    @Test
    void aLateWriterIsRefusedWhereTheEventWas() {
        var show = shows.onSale(1, 4);
        moving.move(show, Moving.other(show.shard()));
        var left = shards.get(show.shard());
        Set<UUID> closed = left.transactions().execute(_ -> Gate.closed(left.jdbc(), Map.of(show.id(), 1)));
        assertThat(closed).containsExactly(show.id());
    }

    @Test
    void aPauseThatTakesTooLongIsGivenUpAndTheSaleGoesOnWhereItWas() {
        var show = shows.onSale(1, 10);
        var to = Moving.other(show.shard());
        moving.ask(show.id(), to);
        moving.attempt(show.id(), new MoveProperties(LONG, SHORT, SHORT, 10), _ -> {});
        var waits = moving.look(show.id());
        assertThat(waits.text("state")).isEqualTo("COPYING");
        assertThat(waits.text("reason")).isNotEmpty();
        assertThat(shows.shardOf(show.id())).isEqualTo(show.shard());
        assertThat(api.hold(UUID.randomUUID(), show.id(), show.seats().subList(0, 2))
                        .status())
                .isEqualTo(201);
        moving.attempt(show.id(), _ -> {});
        Moving.assertGone(show, to);
        History.check(show.at(to));
    }

    @Test
    void aMoveThatCannotBeMadeFailsAndTheEventStays() {
        var show = shows.onSale(1, 10);
        assertThat(moving.ask(show.id(), "shard-late").status()).isEqualTo(202);
        moving.attempt(show.id(), new MoveProperties(LONG, LONG, SHORT, 1), _ -> {});
        var failed = moving.look(show.id());
        assertThat(failed.text("state")).isEqualTo("FAILED");
        assertThat(failed.text("reason")).isNotEmpty();
        assertThat(api.hold(UUID.randomUUID(), show.id(), show.seats().subList(0, 2))
                        .status())
                .isEqualTo(201);
        History.check(moving.move(show, Moving.other(show.shard())));
    }

    @Test
    void anEventComesBackToWhereItWas() {
        var show = shows.onSale(1, 10);
        var there = moving.move(show, Moving.other(show.shard()));
        api.buy(UUID.randomUUID(), show.id(), show.seats().subList(0, 2), UUID.randomUUID());
        var back = moving.move(there, show.shard());
        Moving.assertGone(there, show.shard());
        api.buy(UUID.randomUUID(), show.id(), show.seats().subList(2, 4), UUID.randomUUID());
        History.check(back);
    }
}
