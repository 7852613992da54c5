package io.boxoffice.inventory.hold;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.inventory.fixture.Api;
import io.boxoffice.inventory.fixture.History;
import io.boxoffice.inventory.fixture.InventoryTest;
import io.boxoffice.inventory.fixture.Rush;
import io.boxoffice.inventory.fixture.Shows;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@InventoryTest
class BestRaceIT {
    @Autowired
    Shows shows;

    @Autowired
    Api api;

    @Test
    void sixtyForFiftyPlacesGetFiftyAndNobodyTheSame() {
        var show = shows.generalAdmissionOnSale(50);
        var answers =
                Rush.of(60, _ -> api.holdBest(UUID.randomUUID(), show.id(), Map.of("quantity", 1, "section", "Pit")));
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(50);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .extracting(Api.Answer::code)
                .containsOnly("no-seats");
        assertThat(answers.stream()
                        .filter(answer -> answer.status() == 201)
                        .map(answer -> answer.body().at("/seats/0/seat_id").asString())
                        .distinct())
                .hasSize(50);
        History.check(show);
    }

    @Test
    void manyWhoWantTheBestAllGetSomeWhileThereAreEnough() {
        var show = shows.onSale(10, 20);
        var answers = Rush.of(60, _ -> api.holdBest(UUID.randomUUID(), show.id(), Map.of("quantity", 2)));
        assertThat(answers).extracting(Api.Answer::status).containsOnly(201);
        History.check(show);
    }

    @Test
    void theLastSeatsGoToNoTwo() {
        var show = shows.onSale(2, 10);
        var answers = Rush.of(40, _ -> api.holdBest(UUID.randomUUID(), show.id(), Map.of("quantity", 2)));
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSizeBetween(5, 10);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .extracting(Api.Answer::code)
                .containsOnly("no-seats");
        History.check(show);
    }

    @Test
    void aHoldSwappedByManyAtOnceIsSwappedWithoutALoss() {
        var show = shows.onSale(2, 20);
        var fan = UUID.randomUUID();
        var first = api.holdBest(fan, show.id(), Map.of("quantity", 4)).id("hold_id");
        var answers = Rush.of(
                12,
                _ -> api.holdAs(
                        fan, show.id(), Map.of("best_available", Map.of("quantity", 2), "replace_hold_id", first)));
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .extracting(Api.Answer::code)
                .containsOnly("hold-exists");
        History.check(show);
    }
}
