package io.boxoffice.e2e.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import com.microsoft.playwright.options.AriaRole;
import io.boxoffice.e2e.FleetExtension;
import io.boxoffice.e2e.Shows;
import io.boxoffice.e2e.TestFleet;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is open before the general sale: to some with a code, to all by lot. */
@ExtendWith(FleetExtension.class)
@TestInstance(PER_CLASS)
class WebPresaleIT {

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
    void anOrganiserMakesCodesAndAFanComesInWithOne() throws Exception {
        UUID event = Shows.onSale(fleet, "For friends", 20, Shows.presale());
        String code = codesMadeByHand(event).getFirst();
        try (var fan = visitor(Screen.PHONE);
                var late = visitor(Screen.DESKTOP)) {
            fan.opens("/");
            fan.signsIn(fleet.newFan().username(), password());
            fan.opens("/events/" + event);
            fan.sees("The presale is on");
            fan.looks("presale");
            fan.fills("Your presale code", code);
            fan.clicks(AriaRole.BUTTON, "Join with your code");
            fan.sees("It is your turn");
            fan.clicks(AriaRole.LINK, "Choose your seats");
            fan.sees(fan.page().locator("canvas"));
            fan.hasNoComplaints();

            late.opens("/events/" + event + "/queue");
            late.signsInWhenAsked(fleet.newFan().username(), password());
            late.sees("This is a presale");
            late.fills("Your presale code", code);
            late.clicks(AriaRole.BUTTON, "Join");
            late.sees("This presale code was used already");
            late.looks("presale-code-used");
            late.hasNoComplaints();
        }
    }

    @Test
    void aFanWaitsInTheLobbyIsDrawnAndChecksTheDraw() throws Exception {
        UUID event = Shows.onSale(fleet, "By lot", 20, Shows.lobby(Duration.ofSeconds(30)));
        try (var fan = visitor(Screen.PHONE)) {
            fan.opens("/");
            fan.signsIn(fleet.newFan().username(), password());
            fan.opens("/events/" + event);
            fan.sees("The sale begins in");
            fan.looks("lobby-open");
            fan.clicks(AriaRole.LINK, "Enter the waiting room");
            fan.sees("You are in the lobby");
            fan.sees("Your draw number");
            fan.looks("lobby");

            fan.sees("It is your turn");
            fan.opens("/events/" + event + "/draw");
            fan.sees("Number 0 drew place 1 of 1");
            fan.looks("draw");
            assertThat(fan.page().locator(".checks li").allTextContents())
                    .hasSize(5)
                    .allMatch(line -> line.startsWith("✓"));
            fan.hasNoComplaints();
        }
    }

    @Test
    void anOrganiserPlansALobbyAndAPresale() throws Exception {
        try (var organizer = visitor(Screen.DESKTOP)) {
            organizer.opens("/organise/new");
            organizer.signsInWhenAsked(fleet.organizer(1).username(), password());
            organizer.fills("Name", "Night of the Lots");
            organizer.fills("Date and time, at the venue", "2031-08-15T20:00");
            organizer.fills("Sale opens (empty: at once)", "2031-05-02T10:00");
            organizer.fills("Presale with codes, from (empty: none)", "2031-05-01T10:00");
            organizer.page().getByLabel("Waiting room").selectOption("LOBBY");
            organizer.fills("Lobby opens, minutes before", "45");
            organizer.page().locator("[name=venue_name]").fill("Town Hall");
            organizer.fills("Street", "Am Markt 1");
            organizer.fills("Postal code", "10115");
            organizer.fills("City", "Berlin");
            organizer.fills("Time zone", "Europe/Berlin");
            organizer.clicks(AriaRole.BUTTON, "Save as a draft");
            organizer.sees("places drawn in a lobby that opens 45 minutes before");
            organizer.sees("Presale from");
            organizer.looks("lobby-draft");
            organizer.hasNoComplaints();
        }
    }

    private List<String> codesMadeByHand(UUID event) throws Exception {
        try (var organizer = visitor(Screen.DESKTOP)) {
            organizer.opens("/organise/" + event);
            organizer.signsInWhenAsked(fleet.organizer(1).username(), password());
            organizer.clicks(AriaRole.BUTTON, "Presale codes…");
            organizer.fills("How many", "3");
            var file = organizer.page().waitForDownload(() -> organizer.clicks(AriaRole.BUTTON, "Make and download"));
            organizer.sees("3 codes made");
            organizer.looks("presale-codes");
            organizer.hasNoComplaints();
            List<String> codes = Files.readAllLines(file.path());
            assertThat(codes).hasSize(3).doesNotHaveDuplicates();
            return codes;
        }
    }

    private String password() {
        return fleet.credentials().demoPassword();
    }

    private Visitor visitor(Screen screen) {
        return chromium.visitor(screen, fleet.credentials().gateway());
    }
}
