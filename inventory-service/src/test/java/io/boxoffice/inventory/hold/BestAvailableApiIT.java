package io.boxoffice.inventory.hold;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.inventory.fixture.Api;
import io.boxoffice.inventory.fixture.History;
import io.boxoffice.inventory.fixture.InventoryTest;
import io.boxoffice.inventory.fixture.Shows;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@InventoryTest
class BestAvailableApiIT {
    private final UUID fan = UUID.randomUUID();

    @Autowired
    Shows shows;

    @Autowired
    Api api;

    @Autowired
    Sweeps sweeps;

    private Shows.Show balconyAndPit() {
        var plan = shows.plan(2, 10);
        plan.put(
                "sections",
                List.of(
                        Shows.section("Floor", 2, 10),
                        Shows.section("Balcony", 1, 10),
                        Shows.generalAdmission("Pit", 30)));
        plan.put(
                "pricing_tiers",
                List.of(
                        Map.of("section", "Floor", "price", new BigDecimal("50.00")),
                        Map.of("section", "Balcony", "price", new BigDecimal("30.00")),
                        Map.of("section", "Pit", "price", new BigDecimal("20.00"))));
        return shows.onSale(plan);
    }

    private static List<String> labels(Api.Answer held) {
        return held.body()
                .path("seats")
                .valueStream()
                .map(seat -> seat.path("section").asString() + "/"
                        + seat.path("row").asString() + "/"
                        + seat.path("seat_number").asString())
                .toList();
    }

    @Test
    void theBestTogetherAreHeldAndPriced() {
        var show = balconyAndPit();
        var held = api.holdBest(fan, show.id(), Map.of("quantity", 3, "section", "Floor"));
        assertThat(held.status()).as(held.raw().body()).isEqualTo(201);
        assertThat(labels(held)).containsExactly("Floor/A/3", "Floor/A/4", "Floor/A/5");
        assertThat(held.body().path("subtotal").decimalValue()).isEqualByComparingTo("150.00");
        assertThat(api.availability(show.id()).body().at("/sections/0/reserved").asInt())
                .isEqualTo(3);
        History.check(show);
    }

    @Test
    void anEmptyListOfSeatsBesideAWishIsNone() {
        var show = balconyAndPit();
        var held = api.holdAs(fan, show.id(), "{\"best_available\":{\"quantity\":2},\"seat_ids\":[]}");
        assertThat(held.status()).as(held.raw().body()).isEqualTo(201);
        assertThat(labels(held)).hasSize(2);
    }

    @Test
    void thePriceCeilingAndTheSectionAreKept() {
        var show = balconyAndPit();
        assertThat(labels(api.holdBest(fan, show.id(), Map.of("quantity", 2, "max_price", 35))))
                .allMatch(label -> label.startsWith("Balcony/"));
        var other = UUID.randomUUID();
        assertThat(api.holdBest(other, show.id(), Map.of("quantity", 2, "max_price", 10))
                        .code())
                .isEqualTo("no-seats");
        assertThat(api.holdBest(other, show.id(), Map.of("quantity", 2, "section", "Floor", "max_price", 35))
                        .code())
                .isEqualTo("no-seats");
        var unknown = api.holdBest(other, show.id(), Map.of("quantity", 2, "section", "Attic"));
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.code()).isEqualTo("validation-failed");
    }

    @Test
    void whoMustSitTogetherGetsNoneRatherThanSeatsApart() {
        var show = shows.onSale(1, 5);
        show.behind()
                .sql("UPDATE seats SET not_for_sale = true WHERE event_id = ? AND position IN (1, 3)")
                .param(show.id())
                .update();
        var refused = api.holdBest(fan, show.id(), Map.of("quantity", 2));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("no-seats");
        var apart = api.holdBest(fan, show.id(), Map.of("quantity", 2, "adjacent", false));
        assertThat(apart.status()).as(apart.raw().body()).isEqualTo(201);
        assertThat(apart.body().path("seats").size()).isEqualTo(2);
    }

    @Test
    void aWheelchairAndItsCompanionSitSideBySide() {
        var show = shows.onSale(2, 10);
        assertThat(labels(api.holdBest(fan, show.id(), Map.of("quantity", 2, "accessible", 1))))
                .containsExactly("Floor/A/1", "Floor/A/2");
        assertThat(labels(api.holdBest(UUID.randomUUID(), show.id(), Map.of("quantity", 2, "accessible", 1))))
                .containsExactly("Floor/B/1", "Floor/B/2");
        assertThat(api.holdBest(UUID.randomUUID(), show.id(), Map.of("quantity", 2, "accessible", 1))
                        .code())
                .isEqualTo("no-seats");
    }

    @Test
    void theLimitComesBeforeTheSearch() {
        var plan = shows.plan(1, 3);
        plan.put("ticket_limit", 4);
        var refused = api.holdBest(fan, shows.onSale(plan).id(), Map.of("quantity", 5));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("ticket-limit");
        assertThat(refused.body().path("limit").asInt()).isEqualTo(4);
    }

    @Test
    void seatsOfLapsedHoldsAreFoundWithoutWaitingForTheSweep() {
        var show = shows.onSale(1, 4);
        var lapsed = api.hold(UUID.randomUUID(), show.id(), show.seats());
        show.lapse(lapsed.id("hold_id"));
        assertThat(api.holdBest(fan, show.id(), Map.of("quantity", 4)).status()).isEqualTo(201);
        History.check(show);
    }

    @Test
    void whatIsSoldOutIsSaidAndARepeatGetsItsStoredAnswer() {
        var show = shows.onSale(1, 2);
        var body = Map.of("best_available", Map.of("quantity", 2));
        var path = "/api/v1/events/" + show.id() + "/holds";
        var first =
                api.send(api.as(fan, "FAN", path).header("Idempotency-Key", "k").POST(Api.json(body)));
        assertThat(first.status()).isEqualTo(201);
        var again =
                api.send(api.as(fan, "FAN", path).header("Idempotency-Key", "k").POST(Api.json(body)));
        assertThat(again.status()).as(again.raw().body()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(api.holdBest(fan, show.id(), Map.of("quantity", 1)).code()).isEqualTo("hold-exists");
        assertThat(api.holdBest(UUID.randomUUID(), show.id(), Map.of("quantity", 1))
                        .code())
                .isEqualTo("no-seats");
    }

    @Test
    void placesOfAGeneralAdmissionAreHeldSoldAndGivenBack() {
        var show = balconyAndPit();
        var map = api.get("/api/v1/events/" + show.id() + "/seat-map").body();
        assertThat(map.at("/sections/2/capacity").asInt()).isEqualTo(30);
        assertThat(map.at("/sections/2").has("rows")).isFalse();
        assertThat(map.at("/sections/0").has("capacity")).isFalse();

        var held = api.holdBest(fan, show.id(), Map.of("quantity", 2, "section", "Pit"));
        assertThat(labels(held)).containsExactly("Pit/GA/1", "Pit/GA/2");
        assertThat(held.body().path("subtotal").decimalValue()).isEqualByComparingTo("40.00");
        var pit = api.availability(show.id()).body().at("/sections/2");
        assertThat(pit.path("kind").asString()).isEqualTo("GA");
        assertThat(pit.path("available").asInt()).isEqualTo(28);
        assertThat(pit.path("reserved").asInt()).isEqualTo(2);
        assertThat(pit.has("seats")).isFalse();

        var order = UUID.randomUUID();
        var checkout = api.checkout(show.id(), held.id("hold_id"), order, fan);
        var sold = api.confirm(
                show.id(),
                held.id("hold_id"),
                order,
                checkout.body().path("fence").asLong(),
                fan);
        assertThat(sold.body().path("tickets").size()).isEqualTo(2);
        assertThat(api.send(api.as(fan, "FAN", "/api/v1/events/" + show.id() + "/tickets")
                                .GET())
                        .body()
                        .at("/items/0/row")
                        .asString())
                .isEqualTo("GA");

        var other = UUID.randomUUID();
        var lapsed = api.holdBest(other, show.id(), Map.of("quantity", 1, "section", "Pit"));
        api.release(other, show.id(), lapsed.id("hold_id"));
        assertThat(api.availability(show.id())
                        .body()
                        .at("/sections/2/available")
                        .asInt())
                .isEqualTo(28);
        History.check(show);
    }

    @Test
    void aPlaceOfAGeneralAdmissionIsNoSeatToName() {
        var show = shows.generalAdmissionOnSale(5);
        var refused = api.hold(fan, show.id(), show.seats().subList(0, 1));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("unknown-seat");
        assertThat(api.holdBest(fan, show.id(), Map.of("quantity", 6, "section", "Pit"))
                        .code())
                .isEqualTo("no-seats");
        assertThat(api.holdBest(fan, show.id(), Map.of("quantity", 1, "section", "Pit", "max_price", 19))
                        .code())
                .isEqualTo("no-seats");
        assertThat(api.holdBest(fan, show.id(), Map.of("quantity", 1, "section", "Pit", "accessible", 1))
                        .code())
                .isEqualTo("no-seats");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{\"best_available\":{}}",
                "{\"best_available\":{\"quantity\":0}}",
                "{\"best_available\":{\"quantity\":-1}}",
                "{\"best_available\":{\"quantity\":101}}",
                "{\"best_available\":{\"quantity\":2.5}}",
                "{\"best_available\":{\"quantity\":\"2\"}}",
                "{\"best_available\":{\"quantity\":2,\"accessible\":3}}",
                "{\"best_available\":{\"quantity\":2,\"accessible\":-1}}",
                "{\"best_available\":{\"quantity\":2,\"max_price\":-1}}",
                "{\"best_available\":{\"quantity\":2,\"row\":\"A\"}}",
                "{\"best_available\":{\"quantity\":2},\"seat_ids\":[\"0198f3a4-7c00-7000-8000-000000000001\"]}",
                "{\"best_available\":2}",
                "{\"best_available\":{\"quantity\":2},\"replace_hold_id\":\"x\"}",
            })
    void aWrongWishIsNamed(String body) {
        var answer = api.holdAs(fan, UUID.randomUUID(), body);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("validation-failed");
    }
}
