package io.boxoffice.inventory.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.inventory.fixture.Api;
import io.boxoffice.inventory.fixture.Heard;
import io.boxoffice.inventory.fixture.History;
import io.boxoffice.inventory.fixture.InventoryTest;
import io.boxoffice.inventory.fixture.Rush;
import io.boxoffice.inventory.fixture.Shows;
import io.boxoffice.inventory.hold.Sweeps;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@InventoryTest
class CheckoutRaceIT {
    @Autowired
    Shows shows;

    @Autowired
    Api api;

    @Autowired
    Sweeps sweeps;

    @Autowired
    Heard heard;

    @Test
    void oneOrderHasTheHoldHoweverManyTry() {
        var show = shows.onSale(1, 2);
        var fan = UUID.randomUUID();
        var hold = api.hold(fan, show.id(), show.seats()).id("hold_id");
        var orders = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        var answers = Rush.of(60, n -> api.checkout(show.id(), hold, orders.get(n % 3), fan));
        var won = answers.stream().filter(answer -> answer.status() == 200).toList();
        assertThat(won).hasSize(20);
        assertThat(won)
                .extracting(answer -> answer.text("order_id"))
                .containsOnly(won.getFirst().text("order_id"));
        assertThat(won)
                .extracting(answer -> answer.text("fence"))
                .containsOnly(won.getFirst().text("fence"));
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .extracting(Api.Answer::code)
                .containsOnly("order-in-progress");
        History.check(show);
    }

    @RepeatedTest(2)
    void confirmAbandonAndTheSweepAgreeOnOneEnd() {
        var show = shows.onSale(1, 4);
        var fan = UUID.randomUUID();
        var order = UUID.randomUUID();
        var hold = api.hold(fan, show.id(), show.seats()).id("hold_id");
        var fence =
                api.checkout(show.id(), hold, order, fan).body().path("fence").asLong();
        show.lapse(hold);
        var answers = Rush.of(60, n -> switch (n % 4) {
            case 0 -> api.confirm(show.id(), hold, order, fence, fan);
            case 1 -> api.abandon(show.id(), hold, order, fence, "RETURN");
            case 2 -> api.abandon(show.id(), hold, order, fence, "RELEASE");
            default -> {
                sweeps.sweep();
                yield api.lookAtHold(fan, show.id(), hold);
            }
        });
        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.status()).as(answer.raw().body()).isIn(200, 409));
        var confirmed = answers.stream()
                .filter(answer -> answer.status() == 200 && answer.body().has("tickets"))
                .toList();
        var end = api.abandon(show.id(), hold, order, fence, "RELEASE").text("status");
        assertThat(confirmed).hasSize(end.equals("PURCHASED") ? 15 : 0);
        History.check(show);
    }

    @Test
    void aWholeSaleWithRepeatsAndSecondThoughtsBreaksNothing() {
        var show = shows.onSale(2, 10);
        Rush.of(40, n -> {
            var random = new Random(n);
            var fan = UUID.randomUUID();
            for (int round = 0; round < 2; round++) {
                shop(show, fan, random);
            }
            return n;
        });
        sweeps.sweep();
        History.check(show);
        if (show.seats().stream().allMatch(seat -> show.statusOf(seat).equals("PURCHASED"))) {
            assertThat(heard.one("SaleSoldOut", show.id()).key())
                    .isEqualTo(show.id().toString());
        }
    }

    private void shop(Shows.Show show, UUID fan, Random random) {
        int from = random.nextInt(show.seats().size() - 1);
        var held = api.hold(fan, show.id(), show.seats().subList(from, from + 2));
        if (held.status() != 201) {
            return;
        }
        var hold = held.id("hold_id");
        if (random.nextInt(4) == 0) {
            show.lapse(hold);
            sweeps.sweep();
        }
        var order = UUID.randomUUID();
        var checkout = api.checkout(show.id(), hold, order, fan);
        if (checkout.status() != 200) {
            return;
        }
        var fence = checkout.body().path("fence").asLong();
        switch (random.nextInt(4)) {
            case 0 -> api.abandon(show.id(), hold, order, fence, "RELEASE");
            case 1 -> {
                api.abandon(show.id(), hold, order, fence, "RETURN");
                api.release(fan, show.id(), hold);
            }
            case 2 -> {
                api.confirm(show.id(), hold, order, fence, fan);
                api.confirm(show.id(), hold, order, fence, fan);
                api.revoke(show.id(), order);
            }
            default -> api.confirm(show.id(), hold, order, fence, fan);
        }
    }
}
