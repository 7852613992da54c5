package io.boxoffice.e2e;

import static io.boxoffice.e2e.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import io.boxoffice.e2e.client.http.Answer;
import io.boxoffice.e2e.client.http.Call;
import io.boxoffice.e2e.client.http.Json;
import io.boxoffice.e2e.client.model.Hold;
import io.boxoffice.e2e.client.model.SeatLine;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The inventory: seats chosen by the platform, places to stand, seats exchanged, and what is left. */
@ExtendWith(FleetExtension.class)
@TestInstance(PER_CLASS)
class SeatsIT {

    private TestFleet fleet;
    private UUID event;

    @BeforeAll
    void anEventIsOnSale(TestFleet fleet) throws Exception {
        this.fleet = fleet;
        this.event = Shows.onSale(fleet, "Seats", 60, Map.of());
    }

    @Test
    void theBestSeatsAreSideBySideAndWithinThePrice() throws Exception {
        TestFan fan = TestFan.admitted(fleet, event);
        Hold hold = held(fan, Map.of("quantity", 3, "adjacent", true, "max_price", 80));

        assertThat(hold.seats()).hasSize(3).allSatisfy(seat -> {
            assertThat(seat.price()).isLessThanOrEqualTo(new BigDecimal("80"));
            assertThat(seat.row()).isEqualTo(hold.seats().getFirst().row());
        });
        List<Integer> numbers = hold.seats().stream()
                .map(seat -> Integer.valueOf(seat.seatNumber()))
                .sorted()
                .toList();
        assertThat(numbers.getLast() - numbers.getFirst()).isEqualTo(2);
    }

    @Test
    void placesToStandAreHeldByTheirSection() throws Exception {
        TestFan fan = TestFan.admitted(fleet, event);
        Hold hold = held(fan, Map.of("quantity", 2, "section", "Pit"));

        assertThat(hold.seats()).extracting(SeatLine::section).containsOnly("Pit");
        assertThat(hold.subtotal()).isEqualByComparingTo("60.00");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> section("Pit").path("reserved").asInt(), reserved -> reserved >= 2);
        assertThat(section("Pit").has("seats")).as("letters of seats").isFalse();
        TestFan greedy = TestFan.admitted(fleet, event);
        assertProblem(
                greedy.triesToHold(best(Map.of("quantity", 5, "section", "Pit")), TestFan.newKey()),
                422,
                "ticket-limit");
    }

    @Test
    void seatsAreExchangedInOneStep() throws Exception {
        TestFan fan = TestFan.admitted(fleet, event);
        Hold first = held(fan, Map.of("quantity", 2, "section", "Upper Bowl"));
        Answer answer = fan.triesToHold(
                Map.of(
                        "best_available", Map.of("quantity", 4, "section", "Upper Bowl"),
                        "replace_hold_id", first.holdId()),
                TestFan.newKey());

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(fan.look(first).status()).isEqualTo("RELEASED");
        assertThat(Json.read(answer.body(), Hold.class).seats()).hasSize(4);
    }

    @Test
    void whatIsLeftIsCounted() throws Exception {
        UUID quiet = Shows.onSale(fleet, "Counted", 20, Map.of());
        TestFan.admitted(fleet, quiet).buys(2);
        TestFan.admitted(fleet, quiet).holdsBest(1);

        JsonNode floor = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> section(quiet, "Floor"),
                        counts -> counts.path("reserved").asInt() == 1);
        assertThat(floor.path("purchased").asInt()).isEqualTo(2);
        assertThat(floor.path("available").asInt()).isEqualTo(1);
        assertThat(floor.path("seats").asString())
                .hasSize(4)
                .containsOnlyOnce("R")
                .containsOnlyOnce("A");
    }

    private Hold held(TestFan fan, Map<String, ?> wish) throws Exception {
        Answer answer = fan.triesToHold(best(wish), TestFan.newKey());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return Json.read(answer.body(), Hold.class);
    }

    private static Map<String, Object> best(Map<String, ?> wish) {
        return Map.of("best_available", wish);
    }

    private JsonNode section(String name) throws Exception {
        return section(event, name);
    }

    private JsonNode section(UUID event, String name) throws Exception {
        Call look = Call.get("availability", Shows.path(event) + "/availability");
        JsonNode sections =
                fleet.client(fleet.newFan()).anonymously(look).json().path("sections");
        return sections.valueStream()
                .filter(section -> section.path("section").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
