package io.boxoffice.inventory.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.inventory.fixture.Api;
import io.boxoffice.inventory.fixture.Heard;
import io.boxoffice.inventory.fixture.InventoryTest;
import io.boxoffice.inventory.fixture.Shows;
import io.boxoffice.inventory.hold.Sweeps;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@InventoryTest
class CheckoutApiIT {
    private final UUID fan = UUID.randomUUID();
    private final UUID order = UUID.randomUUID();

    @Autowired
    Shows shows;

    @Autowired
    Api api;

    @Autowired
    Heard heard;

    @Autowired
    Sweeps sweeps;

    @Autowired
    MeterRegistry metrics;

    private record Held(Shows.Show show, UUID hold) {}

    private Held held(int seats) {
        var show = shows.onSale(1, 5);
        var answer = api.hold(fan, show.id(), show.seats().subList(0, seats));
        return new Held(show, answer.id("hold_id"));
    }

    private long fence(Held held, UUID of) {
        var answer = api.checkout(held.show().id(), held.hold(), of, fan);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.body().path("fence").asLong();
    }

    @Test
    void aHoldIsLockedForAnOrderAndToldAgainToIt() {
        var held = held(2);
        var seen = api.send(
                api.internal("/internal/events/" + held.show().id() + "/holds/" + held.hold() + "?user_id=" + fan)
                        .GET());
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.body().has("fence")).isFalse();
        var first = api.checkout(held.show().id(), held.hold(), order, fan);
        assertThat(first.text("status")).isEqualTo("CHECKOUT");
        assertThat(first.text("order_id")).isEqualTo(order.toString());
        assertThat(first.text("user_id")).isEqualTo(fan.toString());
        assertThat(first.body().path("fence").asLong()).isPositive();
        assertThat(first.body().path("seats").size()).isEqualTo(2);
        assertThat(api.checkout(held.show().id(), held.hold(), order, fan).body())
                .isEqualTo(first.body());
        var other = api.checkout(held.show().id(), held.hold(), UUID.randomUUID(), fan);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("order-in-progress");
        assertThat(other.text("order_id")).isEqualTo(order.toString());
    }

    @Test
    void aCheckoutIsNotForOthersNorForWhatIsOver() {
        var held = held(2);
        var event = held.show().id();
        assertThat(api.checkout(event, held.hold(), order, UUID.randomUUID()).status())
                .isEqualTo(404);
        assertThat(api.checkout(event, UUID.randomUUID(), order, fan).status()).isEqualTo(404);
        held.show().lapse(held.hold());
        assertThat(api.checkout(event, held.hold(), order, fan).code()).isEqualTo("hold-expired");
        sweeps.sweep();
        assertThat(api.checkout(event, held.hold(), order, fan).status()).isEqualTo(410);
    }

    @Test
    void timeAndTheFanDoNotEndACheckout() {
        var held = held(2);
        fence(held, order);
        held.show().lapse(held.hold());
        sweeps.sweep();
        assertThat(held.show().statusOf(held.show().seats().get(0))).isEqualTo("RESERVED");
        assertThat(api.lookAtHold(fan, held.show().id(), held.hold()).text("status"))
                .isEqualTo("CHECKOUT");
        assertThat(api.release(fan, held.show().id(), held.hold()).code()).isEqualTo("hold-in-checkout");
        var rival = api.hold(
                UUID.randomUUID(), held.show().id(), held.show().seats().subList(0, 1));
        assertThat(rival.code()).isEqualTo("seat-taken");
    }

    @Test
    void aConfirmedOrderHasItsTicketsAndARepeatTheSame() {
        var held = held(2);
        var event = held.show().id();
        var fence = fence(held, order);
        var first = api.confirm(event, held.hold(), order, fence, fan);
        assertThat(first.status()).as(first.raw().body()).isEqualTo(200);
        assertThat(first.body().path("tickets").size()).isEqualTo(2);
        var again = api.confirm(event, held.hold(), order, fence, fan);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(api.checkout(event, held.hold(), order, fan).text("status")).isEqualTo("PURCHASED");
        assertThat(api.abandon(event, held.hold(), order, fence, "RELEASE").text("status"))
                .isEqualTo("PURCHASED");
        assertThat(api.lookAtHold(fan, event, held.hold()).text("status")).isEqualTo("PURCHASED");
        assertThat(held.show().statusOf(held.show().seats().get(1))).isEqualTo("PURCHASED");

        var mine = api.send(
                api.as(fan, "FAN", "/api/v1/events/" + event + "/tickets").GET());
        assertThat(mine.body().path("items").size()).isEqualTo(2);
        assertThat(mine.body().at("/items/0/status").asString()).isEqualTo("VALID");
        assertThat(mine.body().at("/items/0/order_id").asString()).isEqualTo(order.toString());
        assertThat(mine.body().path("next_cursor").isNull()).isTrue();
        var sold = heard.one("SeatsPurchased", event);
        assertThat(sold.data().path("order_id").asString()).isEqualTo(order.toString());
        await().untilAsserted(() -> assertThat(heard.all("TicketIssued", event)).hasSize(2));
        assertThat(metrics.counter("boxoffice.tickets.sold", "event_id", event.toString(), "section", "Floor")
                        .count())
                .isEqualTo(2);
    }

    @Test
    void aReturnedHoldIsTheFansAgainAndTheOldFenceIsLost() {
        var held = held(2);
        var event = held.show().id();
        var fence = fence(held, order);
        held.show().lapse(held.hold());
        assertThat(api.abandon(event, held.hold(), order, fence, "RETURN").text("status"))
                .isEqualTo("ACTIVE");
        assertThat(api.abandon(event, held.hold(), order, fence, "RETURN").text("status"))
                .isEqualTo("ACTIVE");
        var look = api.lookAtHold(fan, event, held.hold());
        assertThat(look.text("status")).isEqualTo("ACTIVE");
        assertThat(Instant.parse(look.text("expires_at"))).isAfter(Instant.now().plus(Duration.ofSeconds(100)));
        assertThat(api.confirm(event, held.hold(), order, fence, fan).code()).isEqualTo("fence-lost");
        assertThat(api.checkout(event, held.hold(), order, fan).code()).isEqualTo("checkout-ended");
        assertThat(fence(held, UUID.randomUUID())).isGreaterThan(fence);
    }

    @Test
    void aReleasedCheckoutFreesTheSeatsWithItsCause() {
        var held = held(2);
        var event = held.show().id();
        var fence = fence(held, order);
        assertThat(api.abandon(event, held.hold(), order, fence + 1, "RELEASE").code())
                .isEqualTo("fence-lost");
        assertThat(api.abandon(event, held.hold(), order, fence, "RELEASE").text("status"))
                .isEqualTo("RELEASED");
        assertThat(api.abandon(event, held.hold(), order, fence, "RELEASE").text("status"))
                .isEqualTo("RELEASED");
        assertThat(held.show().statusOf(held.show().seats().get(0))).isEqualTo("AVAILABLE");
        assertThat(api.confirm(event, held.hold(), order, fence, fan).code()).isEqualTo("fence-lost");
        var told = heard.one("SeatsReleased", event);
        assertThat(told.data().path("cause").asString()).isEqualTo("payment-declined");
        assertThat(told.data().path("order_id").asString()).isEqualTo(order.toString());
        assertThat(api.hold(fan, event, held.show().seats()).status()).isEqualTo(201);
    }

    @Test
    void aRevokedOrderGivesItsSeatsBackOnceAndMayBeToldSoAgain() {
        var held = held(2);
        var event = held.show().id();
        api.confirm(event, held.hold(), order, fence(held, order), fan);
        assertThat(api.revoke(event, order).body().path("revoked").asInt()).isEqualTo(2);
        assertThat(api.revoke(event, order).body().path("revoked").asInt()).isEqualTo(2);
        assertThat(held.show().statusOf(held.show().seats().get(0))).isEqualTo("AVAILABLE");
        await().untilAsserted(
                        () -> assertThat(heard.all("TicketRevoked", event)).hasSize(2));
        assertThat(heard.one("SeatsReleased", event).data().path("cause").asString())
                .isEqualTo("capture-failed");
        assertThat(api.hold(fan, event, held.show().seats()).status()).isEqualTo(201);
    }

    @Test
    void theLastSeatSoldClosesTheSaleAndAReturnedOneReopensIt() {
        var held = held(5);
        var event = held.show().id();
        sweeps.sweep();
        assertThat(heard.all("SaleSoldOut", event)).isEmpty();
        api.confirm(event, held.hold(), order, fence(held, order), fan);
        heard.one("SaleSoldOut", event);
        sweeps.sweep();
        api.revoke(event, order);
        heard.one("SaleReopened", event);
        sweeps.sweep();
        assertThat(heard.all("SaleSoldOut", event)).hasSize(1);
    }

    @Test
    void aFlipLostInACrashIsFoundByTheSweep() {
        var held = held(5);
        var event = held.show().id();
        api.confirm(event, held.hold(), order, fence(held, order), fan);
        heard.one("SaleSoldOut", event);
        held.show()
                .behind()
                .sql("UPDATE shard_events SET sold_out = false WHERE event_id = ?")
                .param(event)
                .update();
        sweeps.sweep();
        await().untilAsserted(() -> assertThat(heard.all("SaleSoldOut", event)).hasSize(2));
    }
}
