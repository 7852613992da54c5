package io.boxoffice.inventory.availability;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.inventory.fixture.Api;
import io.boxoffice.inventory.fixture.InventoryTest;
import io.boxoffice.inventory.fixture.Shows;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@InventoryTest
class AvailabilityApiIT {
    @Autowired
    Shows shows;

    @Autowired
    Api api;

    @Test
    void everySeatHasItsLetterAndEveryChangeAHigherVersion() {
        var show = shows.onSale(1, 12);
        var path = "/api/v1/events/" + show.id() + "/availability";
        show.behind()
                .sql("UPDATE seats SET not_for_sale = true WHERE seat_id = ?")
                .param(show.seats().get(11))
                .update();
        var before = api.get(path);
        assertThat(before.body().at("/sections/0/seats").asString()).isEqualTo("AAAAAAAAAAAX");

        var buyer = UUID.randomUUID();
        var hold = api.hold(buyer, show.id(), show.seats().subList(9, 11)).id("hold_id");
        var order = UUID.randomUUID();
        var fence =
                api.checkout(show.id(), hold, order, buyer).body().path("fence").asLong();
        api.confirm(show.id(), hold, order, fence, buyer);
        api.hold(UUID.randomUUID(), show.id(), show.seats().subList(0, 1));

        var after = api.get(path);
        assertThat(after.body().at("/sections/0/seats").asString()).isEqualTo("RAAAAAAAAPPX");
        assertThat(after.body().at("/sections/0/available").asInt()).isEqualTo(8);
        assertThat(after.body().at("/sections/0/reserved").asInt()).isEqualTo(1);
        assertThat(after.body().at("/sections/0/purchased").asInt()).isEqualTo(2);
        assertThat(after.body().at("/sections/0/not_for_sale").asInt()).isEqualTo(1);
        assertThat(after.body().path("version").asLong())
                .isGreaterThan(before.body().path("version").asLong());
        assertThat(after.text("as_of")).isNotBlank();
        assertThat(api.send(api.request(path)
                                .header("If-None-Match", after.header("ETag"))
                                .GET())
                        .status())
                .isEqualTo(304);

        var counts = api.send(api.internal("/internal/events/" + show.id() + "/availability-counts")
                .GET());
        assertThat(counts.body().at("/sections/0/available").asInt()).isEqualTo(8);
        assertThat(counts.body().path("version")).isEqualTo(after.body().path("version"));
        assertThat(counts.body().at("/sections/0").has("seats")).isFalse();
    }
}
