package io.boxoffice.e2e.web;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import com.microsoft.playwright.options.AriaRole;
import io.boxoffice.e2e.FleetExtension;
import io.boxoffice.e2e.TestFleet;
import io.boxoffice.e2e.demo.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A ticket changes hands between two people who only see pages. */
@ExtendWith(FleetExtension.class)
@TestInstance(PER_CLASS)
class WebResaleIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int SEATS = 60;

    private TestFleet fleet;
    private Chromium chromium;
    private UUID event;

    @BeforeAll
    void anEventWhoseTicketsMayBeSoldOn(TestFleet fleet) throws Exception {
        this.fleet = fleet;
        this.chromium = Chromium.start();
        var organizer = fleet.organizerClient();
        var venue = organizer.createVenue(Stage.venueBody("Resale", SEATS), key());
        var show = Stage.eventBody(
                "Resale",
                venue.json().path("venue_id").asString(),
                SEATS,
                Instant.now().truncatedTo(ChronoUnit.SECONDS));
        show.put("resale_policy", Map.of("enabled", true, "max_price_percent", 100, "payout", "AFTER_EVENT"));
        event = organizer.createEvent(show, key()).value().eventId();
        organizer.publish(event);
        await().atMost(PATIENCE)
                .until(() -> organizer.event(event).value().status(), status -> status.equals("ON_SALE"));
    }

    @AfterAll
    void closeTheBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void aTicketIsOfferedAtAFairPriceAndBoughtByAnotherFan() throws Exception {
        try (var seller = visitor(Screen.PHONE);
                var buyer = visitor(Screen.DESKTOP)) {
            signsIn(seller);
            seller.buysTwoSeats(event);
            seller.sees("You are going!");
            seller.clicks(AriaRole.LINK, "See my tickets");
            seller.clicks(AriaRole.LINK, "Floor");
            seller.sees("Cannot come?");
            seller.fills("Your price (EUR)", "999");
            seller.clicks(AriaRole.BUTTON, "Offer it");
            seller.sees("That is above the fair price");
            seller.looks("above-the-cap");
            seller.fills("Your price (EUR)", "100");
            seller.clicks(AriaRole.BUTTON, "Offer it");
            seller.sees("Take the offer back");
            seller.looks("offered");

            signsIn(buyer);
            buyer.opens("/events/" + event + "/resale");
            buyer.looks("offers");
            buyer.clicks(AriaRole.LINK, "1 ticket");
            buyer.sees("Buy from a fan");
            buyer.pays("4242 4242 4242 4242");
            buyer.sees("You are going!");
            buyer.clicks(AriaRole.LINK, "See my tickets");
            buyer.clicks(AriaRole.LINK, "Floor");
            buyer.sees(buyer.page().getByAltText("Your entry code"));

            seller.page().reload();
            seller.sees("This ticket is not yours any more");
            seller.hasNoComplaints();
            buyer.hasNoComplaints();
        }
    }

    private void signsIn(Visitor fan) throws Exception {
        fan.opens("/");
        fan.signsIn(fleet.newFan().username(), fleet.credentials().demoPassword());
    }

    private Visitor visitor(Screen screen) {
        return chromium.visitor(screen, fleet.credentials().gateway());
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
