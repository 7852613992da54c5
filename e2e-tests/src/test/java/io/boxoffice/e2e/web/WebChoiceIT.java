package io.boxoffice.e2e.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import com.microsoft.playwright.options.AriaRole;
import io.boxoffice.e2e.FleetExtension;
import io.boxoffice.e2e.Shows;
import io.boxoffice.e2e.TestFleet;
import io.boxoffice.e2e.client.Person;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The ways to seats beside pointing at two of them. */
@ExtendWith(FleetExtension.class)
@TestInstance(PER_CLASS)
class WebChoiceIT {

    private TestFleet fleet;
    private Chromium chromium;
    private UUID event;

    @BeforeAll
    void anEventWithAPitIsOnSale(TestFleet fleet) throws Exception {
        this.fleet = fleet;
        this.chromium = Chromium.start();
        this.event = Shows.onSale(fleet, "Choice", 100, Map.of());
    }

    @AfterAll
    void closeTheBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void aFanIsGivenTheBestSeatsThinksAgainAndStandsInThePit() throws Exception {
        try (var fan = signedIn(Screen.PHONE, fleet.newFan())) {
            fan.takesTurn(event);
            fan.clicks(AriaRole.BUTTON, "Best available");
            fan.page().getByLabel("How many").first().selectOption("3");
            fan.looks("best-available");
            fan.clicks(AriaRole.BUTTON, "Hold the best seats");
            fan.sees(fan.button("Release these seats"));
            assertThat(fan.page().locator(".seat-list li").count()).isEqualTo(3);
            fan.looks("held");

            fan.clicks(AriaRole.BUTTON, "Release these seats");
            fan.page().locator(".standing button").click();
            fan.sees(fan.button("Release these seats"));
            assertThat(fan.page().locator(".seat-list li").allTextContents())
                    .hasSize(2)
                    .allMatch(line -> line.startsWith("Pit · place"));
            fan.clicks(AriaRole.LINK, "Go to checkout");
            fan.pays("4242 4242 4242 4242");
            fan.sees("You are going!");
            for (var paper : new String[] {"Tickets (PDF)", "Receipt (PDF)"}) {
                var file = fan.page().waitForDownload(() -> fan.clicks(AriaRole.BUTTON, paper));
                assertThat(file.path()).as(paper).isNotEmptyFile();
            }
            fan.looks("standing");
            fan.clicks(AriaRole.LINK, "See my tickets");
            fan.clicks(AriaRole.LINK, "Pit");
            fan.sees(fan.page().getByAltText("Your entry code"));
            fan.looks("standing-ticket");
            fan.hasNoComplaints();
        }
    }

    @Test
    void aSeatThatWouldBeLeftAloneIsNamedAndTakenToo() throws Exception {
        try (var fan = signedIn(Screen.DESKTOP, fleet.newFan())) {
            fan.takesTurn(event);
            fan.listsTheFirstSection();
            fan.seat(1).click();
            fan.holds();
            fan.sees("This would leave a single seat alone");
            fan.sees("It would be left alone");
            fan.looks("orphan");
            fan.seat(0).click();
            fan.holds();
            fan.clicks(AriaRole.BUTTON, "Release these seats");
            fan.sees(fan.button("List"));
        }
    }

    @Test
    void aNewcomersBrowserWorksForItsPlaceInLine() throws Exception {
        try (var newcomer = signedIn(Screen.PHONE, fleet.newbie())) {
            var solved = new ArrayList<Integer>();
            newcomer.page().onResponse(answer -> {
                if (answer.url().endsWith("/solutions")) {
                    solved.add(answer.status());
                }
            });
            newcomer.buysTwoSeats(event);
            newcomer.sees("You are going!");
            assertThat(solved).isNotEmpty().containsOnly(200);
            newcomer.hasNoComplaints();
        }
    }

    private Visitor signedIn(Screen screen, Person person) {
        var fan = chromium.visitor(screen, fleet.credentials().gateway());
        fan.opens("/");
        fan.signsIn(person.username(), fleet.credentials().demoPassword());
        return fan;
    }
}
