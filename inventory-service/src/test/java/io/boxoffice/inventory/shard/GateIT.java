package io.boxoffice.inventory.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.inventory.fixture.Api;
import io.boxoffice.inventory.fixture.History;
import io.boxoffice.inventory.fixture.InventoryTest;
import io.boxoffice.inventory.fixture.Shows;
import io.boxoffice.inventory.hold.Sweeps;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@InventoryTest
class GateIT {
    @Autowired
    Shows shows;

    @Autowired
    Api api;

    @Autowired
    Sweeps sweeps;

    @Autowired
    EventTransactions events;

    @Autowired
    JdbcClient directory;

    @Test
    void whoKnowsAnOldEpochAsksAgainAndWritesUnderTheNewOne() {
        var show = shows.onSale(1, 4);
        var fan = UUID.randomUUID();
        var hold = api.hold(fan, show.id(), show.seats().subList(0, 2)).id("hold_id");
        underEpoch(show, 2);
        assertThat(api.hold(UUID.randomUUID(), show.id(), show.seats().subList(2, 4))
                        .status())
                .isEqualTo(201);
        underEpoch(show, 3);
        assertThat(api.lookAtHold(fan, show.id(), hold).status()).isEqualTo(200);
        underEpoch(show, 4);
        var checkout = api.checkout(show.id(), hold, UUID.randomUUID(), fan);
        assertThat(checkout.status()).isEqualTo(200);
        History.check(show);
    }

    @Test
    void whileAnEventIsPausedReadersReadAndWritersWait() {
        var show = shows.onSale(1, 2);
        var fan = UUID.randomUUID();
        var hold = api.hold(fan, show.id(), show.seats()).id("hold_id");
        writable(show, false);
        var released = CompletableFuture.supplyAsync(() -> api.release(fan, show.id(), hold));
        assertThat(api.lookAtHold(fan, show.id(), hold).text("status")).isEqualTo("ACTIVE");
        assertThat(released).isNotDone();
        writable(show, true);
        assertThat(released.join().status()).isEqualTo(204);
        History.check(show);
    }

    @Test
    void aPauseThatLastsTooLongIsRefusedAndNothingHappened() {
        var show = shows.onSale(1, 2);
        var fan = UUID.randomUUID();
        var hold = api.hold(fan, show.id(), show.seats()).id("hold_id");
        writable(show, false);
        var refused = api.checkout(show.id(), hold, UUID.randomUUID(), fan);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.code()).isEqualTo("shard-unavailable");
        assertThat(refused.header("Retry-After")).isEqualTo("2");
        writable(show, true);
        assertThat(api.lookAtHold(fan, show.id(), hold).text("status")).isEqualTo("ACTIVE");
        History.check(show);
    }

    @Test
    void sweepsLeaveOutWhatCannotBeWritten() {
        var show = shows.onSale(1, 2);
        var hold = api.hold(UUID.randomUUID(), show.id(), show.seats()).id("hold_id");
        show.lapse(hold);
        writable(show, false);
        sweeps.sweep();
        assertThat(show.statusOf(show.seats().getFirst())).isEqualTo("RESERVED");
        writable(show, true);
        sweeps.sweep();
        assertThat(show.statusOf(show.seats().getFirst())).isEqualTo("AVAILABLE");
    }

    @Test
    void whoClosesTheGateWaitsForThoseWhoAreIn() {
        var show = shows.onSale(1, 1);
        var inside = new CountDownLatch(1);
        var leave = new CountDownLatch(1);
        var writer = CompletableFuture.runAsync(() -> events.inTransaction(show.id(), shard -> {
            inside.countDown();
            await().until(() -> leave.getCount() == 0);
            return shard;
        }));
        await().until(() -> inside.getCount() == 0);
        assertThat(canBeClosed(show)).isFalse();
        leave.countDown();
        writer.join();
        assertThat(canBeClosed(show)).isTrue();
    }

    private static boolean canBeClosed(Shows.Show show) {
        return show.behind()
                .sql("SELECT pg_try_advisory_xact_lock(gate_key(?))")
                .param(show.id())
                .query(Boolean.class)
                .single();
    }

    private static void writable(Shows.Show show, boolean writable) {
        show.behind()
                .sql("UPDATE shard_events SET writable = ? WHERE event_id = ?")
                .params(writable, show.id())
                .update();
    }

    private void underEpoch(Shows.Show show, int epoch) {
        show.behind()
                .sql("UPDATE shard_events SET epoch = ? WHERE event_id = ?")
                .params(epoch, show.id())
                .update();
        directory
                .sql("UPDATE events SET epoch = ? WHERE event_id = ?")
                .params(epoch, show.id())
                .update();
    }
}
