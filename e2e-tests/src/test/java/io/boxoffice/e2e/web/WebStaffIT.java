package io.boxoffice.e2e.web;

import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.boxoffice.e2e.FleetExtension;
import io.boxoffice.e2e.Shows;
import io.boxoffice.e2e.TestFleet;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages of those who make events and run them, and what fans see of it. */
@ExtendWith(FleetExtension.class)
@TestInstance(PER_CLASS)
class WebStaffIT {

    private TestFleet fleet;
    private Chromium chromium;

    @BeforeAll
    void openTheBrowser(TestFleet fleet) {
        this.fleet = fleet;
        this.chromium = Chromium.start();
    }

    @AfterAll
    void closeTheBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void anOperatorPausesTheLineWithAWordToThoseWhoWaitAndLetsThemIn() throws Exception {
        UUID event = Shows.onSale(fleet, "Interrupted", 20, Map.of());
        try (var operator = visitor(Screen.DESKTOP);
                var fan = visitor(Screen.PHONE)) {
            operator.opens("/ops/" + event);
            operator.signsInWhenAsked(fleet.operator().username(), password());
            operator.fills("Message to everyone in line", "The doors are stuck");
            operator.clicks(AriaRole.BUTTON, "Pause now");
            operator.sees(operator.button("Resume"));
            operator.looks("ops-paused");

            fan.opens("/events/" + event + "/queue");
            fan.signsInWhenAsked(fleet.newFan().username(), password());
            fan.sees("The line is paused for a moment");
            fan.sees("The doors are stuck");
            fan.sees(fan.button("Leave the line"));
            fan.looks("paused");

            operator.clicks(AriaRole.BUTTON, "Resume");
            operator.sees(operator.button("Pause now"));
            fan.sees("It is your turn");
            operator.hasNoComplaints();
            fan.hasNoComplaints();
        }
    }

    @Test
    void anOrganiserMakesAnEventSeesItOnSaleAndWatchesItSell() throws Exception {
        try (var organizer = visitor(Screen.DESKTOP);
                var fan = visitor(Screen.PHONE)) {
            organizer.opens("/organise/new");
            organizer.signsInWhenAsked(fleet.organizer(1).username(), password());
            organizer.fills("Name", "Night of the Forms");
            organizer.fills("Artist", "The Clerks");
            organizer.fills("Description", "Everything filled in by hand.");
            organizer.fills("Date and time, at the venue", "2031-08-15T20:00");
            organizer.page().locator("[name=venue_name]").fill("Town Hall");
            organizer.fills("Street", "Am Markt 1");
            organizer.fills("Postal code", "10115");
            organizer.fills("City", "Berlin");
            organizer.fills("Time zone", "Europe/Berlin");
            organizer.looks("new-event");
            organizer.clicks(AriaRole.BUTTON, "Save as a draft");
            organizer.clicks(AriaRole.BUTTON, "Publish");
            organizer.sees(organizer.page().locator(".badge").getByText("On sale"));

            fan.opens("/");
            fan.signsIn(fleet.newFan().username(), password());
            fan.buysTwoSeats(idIn(organizer.page().url()));
            fan.sees("You are going!");

            organizer.sees(organizer
                    .page()
                    .locator(".tiles div")
                    .filter(new Locator.FilterOptions().setHasText(Pattern.compile("Tickets sold\\s*2"))));
            organizer.looks("figures");
            organizer.hasNoComplaints();
        }
    }

    private static UUID idIn(String address) {
        return UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
    }

    private String password() {
        return fleet.credentials().demoPassword();
    }

    private Visitor visitor(Screen screen) {
        return chromium.visitor(screen, fleet.credentials().gateway());
    }
}
