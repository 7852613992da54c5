package io.boxoffice.inventory.hold;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.inventory.fixture.Api;
import io.boxoffice.inventory.fixture.Heard;
import io.boxoffice.inventory.fixture.History;
import io.boxoffice.inventory.fixture.InventoryTest;
import io.boxoffice.inventory.fixture.Shows;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@InventoryTest
class ReplaceHoldIT {
    private final UUID fan = UUID.randomUUID();

    @Autowired
    Shows shows;

    @Autowired
    Api api;

    @Autowired
    Heard heard;

    private Api.Answer swap(Shows.Show show, UUID old, List<UUID> seats) {
        return api.holdAs(fan, show.id(), Map.of("seat_ids", seats, "replace_hold_id", old));
    }

    @Test
    void theOldHoldEndsWithTheNewOneAndTheLimitCountsOnce() {
        var plan = shows.plan(2, 10);
        plan.put("ticket_limit", 4);
        var show = shows.onSale(plan);
        var old = api.hold(fan, show.id(), show.seats().subList(0, 4)).id("hold_id");
        var held = swap(show, old, show.seats().subList(2, 6));
        assertThat(held.status()).as(held.raw().body()).isEqualTo(201);
        assertThat(api.lookAtHold(fan, show.id(), old).text("status")).isEqualTo("RELEASED");
        assertThat(show.statusOf(show.seats().get(0))).isEqualTo("AVAILABLE");
        assertThat(show.statusOf(show.seats().get(3))).isEqualTo("RESERVED");
        assertThat(heard.one("SeatsReleased", show.id()).data().path("cause").asString())
                .isEqualTo("fan-released");
        History.check(show);
    }

    @Test
    void theOldHoldStaysWhenTheNewOneIsRefused() {
        var show = shows.onSale(2, 10);
        var old = api.hold(fan, show.id(), show.seats().subList(0, 2)).id("hold_id");
        api.hold(UUID.randomUUID(), show.id(), show.seats().subList(10, 12));
        assertThat(swap(show, old, show.seats().subList(11, 13)).code()).isEqualTo("seat-taken");
        assertThat(api.lookAtHold(fan, show.id(), old).text("status")).isEqualTo("ACTIVE");
        assertThat(show.statusOf(show.seats().get(0))).isEqualTo("RESERVED");
        History.check(show);
    }

    @Test
    void anothersHoldAndOneInCheckoutAreNotSwapped() {
        var show = shows.onSale(2, 10);
        var others = api.hold(UUID.randomUUID(), show.id(), show.seats().subList(0, 2))
                .id("hold_id");
        assertThat(swap(show, others, show.seats().subList(4, 6)).status()).isEqualTo(404);
        assertThat(swap(show, UUID.randomUUID(), show.seats().subList(4, 6)).status())
                .isEqualTo(404);
        var own = api.hold(fan, show.id(), show.seats().subList(4, 6)).id("hold_id");
        api.checkout(show.id(), own, UUID.randomUUID(), fan);
        var refused = swap(show, own, show.seats().subList(6, 8));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("hold-in-checkout");
    }

    @Test
    void aHoldThatEndedAlreadyIsNoObstacle() {
        var show = shows.onSale(2, 10);
        var old = api.hold(fan, show.id(), show.seats().subList(0, 2)).id("hold_id");
        show.lapse(old);
        assertThat(swap(show, old, show.seats().subList(0, 2)).status()).isEqualTo(201);
        assertThat(api.lookAtHold(fan, show.id(), old).text("status")).isEqualTo("EXPIRED");
        History.check(show);
    }

    @Test
    void theBestMayBeTheFansOwn() {
        var show = shows.onSale(1, 6);
        var old = api.hold(fan, show.id(), show.seats()).id("hold_id");
        var held = api.holdAs(fan, show.id(), Map.of("best_available", Map.of("quantity", 4), "replace_hold_id", old));
        assertThat(held.status()).as(held.raw().body()).isEqualTo(201);
        History.check(show);
    }
}
