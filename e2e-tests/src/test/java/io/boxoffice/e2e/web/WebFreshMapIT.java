package io.boxoffice.e2e.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import io.boxoffice.e2e.FleetExtension;
import io.boxoffice.e2e.Shows;
import io.boxoffice.e2e.TestFleet;
import io.boxoffice.e2e.client.BoxofficeClient;
import io.boxoffice.e2e.client.http.Call;
import io.boxoffice.e2e.client.http.Json;
import io.boxoffice.e2e.client.http.Reply;
import io.boxoffice.e2e.client.model.Hold;
import io.boxoffice.e2e.client.model.SeatMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two fans want the same seats; the one who only looks sees what the other does. */
@ExtendWith(FleetExtension.class)
@TestInstance(PER_CLASS)
class WebFreshMapIT {
    private static final double PATIENCE = 60_000;
    private static final String AVAILABILITY = "**/availability";
    private static final String STREAM = "**/availability/stream";

    private TestFleet fleet;
    private Chromium chromium;
    private UUID event;
    private BoxofficeClient other;

    @BeforeAll
    void anEventIsOnSaleWithoutALine(TestFleet fleet) throws Exception {
        this.fleet = fleet;
        this.chromium = Chromium.start();
        this.event = Shows.onSale(fleet, "Fresh map", 100, Map.of("waiting_room", Map.of("mode", "OFF")));
        this.other = fleet.client(fleet.newFan());
    }

    @AfterAll
    void closeTheBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void aChosenSeatThatSomebodyTakesIsMarkedAndLeavesTheChoiceAndComesBackWhenItIsFree() throws Exception {
        try (var fan = atThePlan()) {
            // whatever is told from now on, the stream tells
            fan.page().route(AVAILABILITY, Route::abort);
            choosesTheThirdAndTheFourth(fan);

            Hold hold = othersHold(3);
            fan.sees("Somebody was faster");
            assertThat(basket(fan)).containsText("1 seat ·", patiently());
            assertThat(fan.page().locator(".chip.lost:disabled"))
                    .hasCount(1, new HasCountOptions().setTimeout(PATIENCE));
            fan.looks("lost-seat");

            assertThat(other.release(event, hold.holdId()).status()).isEqualTo(204);
            assertThat(fan.page().locator(".chip:disabled")).hasCount(0, new HasCountOptions().setTimeout(PATIENCE));
            assertThat(basket(fan)).containsText("1 seat ·");
            fan.hasNoComplaints();
        }
    }

    @Test
    void whereNoStreamIsToBeHadThePlanIsLookedAtNowAndThen() throws Exception {
        try (var fan = signedIn()) {
            fan.page().route(STREAM, route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
            toThePlan(fan);
            choosesTheThirdAndTheFourth(fan);

            Hold hold = othersHold(2);
            fan.sees("Somebody was faster");
            assertThat(basket(fan)).containsText("1 seat ·", patiently());
            assertThat(other.release(event, hold.holdId()).status()).isEqualTo(204);
            fan.hasNoComplaints();
        }
    }

    private static ContainsTextOptions patiently() {
        return new ContainsTextOptions().setTimeout(PATIENCE);
    }

    private static Locator basket(Visitor fan) {
        return fan.page().locator(".basket");
    }

    private void choosesTheThirdAndTheFourth(Visitor fan) {
        fan.listsTheFirstSection();
        fan.seat(2).click();
        fan.seat(3).click();
        assertThat(basket(fan)).containsText("2 seats ·", patiently());
    }

    private Hold othersHold(int seat) throws Exception {
        SeatMap map = Json.read(other.seatMap(event, null).body(), SeatMap.class);
        String id =
                map.sections().getFirst().rows().getFirst().seats().get(seat).seatId();
        Call call = Call.post("hold", BoxofficeClient.events(event) + "/holds", Map.of("seat_ids", List.of(id)))
                .with("Idempotency-Key", UUID.randomUUID().toString());
        return Reply.of(other.send(call), Hold.class).value();
    }

    private Visitor atThePlan() throws Exception {
        var fan = signedIn();
        toThePlan(fan);
        return fan;
    }

    private void toThePlan(Visitor fan) {
        fan.opens("/events/" + event + "/seats");
        fan.sees(fan.page().locator("canvas"));
    }

    private Visitor signedIn() throws Exception {
        var fan = chromium.visitor(Screen.DESKTOP, fleet.credentials().gateway());
        fan.opens("/");
        fan.signsIn(fleet.newFan().username(), fleet.credentials().demoPassword());
        return fan;
    }
}
