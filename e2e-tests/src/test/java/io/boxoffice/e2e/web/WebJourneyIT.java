package io.boxoffice.e2e.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import io.boxoffice.e2e.FleetExtension;
import io.boxoffice.e2e.TestFleet;
import io.boxoffice.e2e.client.Person;
import io.boxoffice.e2e.client.http.Call;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The web app as people use it. */
@ExtendWith(FleetExtension.class)
@TestInstance(PER_CLASS)
class WebJourneyIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private TestFleet fleet;
    private Chromium chromium;
    private UUID event;

    @BeforeAll
    void anEventIsOnSale(TestFleet fleet) throws Exception {
        this.fleet = fleet;
        this.chromium = Chromium.start();
        this.event = fleet.onSale("Web", 120).event();
    }

    @AfterAll
    void closeTheBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void aFanSignsInQueuesChoosesPaysOnceAndHoldsTheTicket(Screen screen) throws Exception {
        Person person = fleet.newFan();
        try (var fan = visitor(screen)) {
            fan.opens("/events/" + event);
            fan.sees("Prices");
            fan.looks("event");
            fan.signsIn(person.username(), fleet.credentials().demoPassword());
            fan.buysTwoSeats(event);
            fan.sees("You are going!");
            fan.looks("bought");

            var orders = fleet.client(person).send(Call.get("orders", "/api/v1/orders"));
            assertThat(orders.json().path("items").valueStream())
                    .as("two clicks, one order")
                    .filteredOn(order -> order.path("event_id").asString().equals(event.toString()))
                    .hasSize(1);

            fan.clicks(AriaRole.LINK, "See my tickets");
            fan.clicks(AriaRole.LINK, "Floor");
            fan.sees(fan.page().getByAltText("Your entry code"));
            fan.looks("ticket");
            fan.hasNoComplaints();
        }
    }

    @Test
    void aDeclinedCardIsSaidInWordsAndTheNextOneBuysTheSameSeats() throws Exception {
        try (var fan = visitor(Screen.DESKTOP)) {
            fan.opens("/");
            fan.signsIn(fleet.newFan().username(), fleet.credentials().demoPassword());
            fan.buysTwoSeatsUpToTheCard(event);
            fan.pays("4000 0000 0000 9995");
            fan.sees("There is not enough money on this card");
            fan.looks("declined");

            fan.clicks(AriaRole.BUTTON, "4242 4242 4242 4242");
            fan.clicks(AriaRole.BUTTON, "Pay ");
            fan.sees("You are going!");
        }
    }

    @Test
    void aTicketOpensTheGateOnce() throws Exception {
        Person holder = fleet.newFan();
        try (var fan = visitor(Screen.DESKTOP);
                var gate = visitor(Screen.PHONE)) {
            fan.opens("/");
            fan.signsIn(holder.username(), fleet.credentials().demoPassword());
            fan.buysTwoSeats(event);
            fan.sees("You are going!");

            var code = codeOnPaper(holder);
            gate.opens("/scan");
            gate.signsInWhenAsked("scanner-1", fleet.credentials().demoPassword());
            gate.page().getByLabel("Event").selectOption(new SelectOption().setValue(event.toString()));
            gate.fills("Code", code);
            gate.clicks(AriaRole.BUTTON, "Check");
            gate.sees("✓ Let in");
            gate.looks("let-in");
            gate.fills("Code", code);
            gate.clicks(AriaRole.BUTTON, "Check");
            gate.sees("This ticket was used already");
            gate.looks("stopped");
            gate.fills("Code", "BX1.S.nonsense.nonsense");
            gate.clicks(AriaRole.BUTTON, "Check");
            gate.sees("This is not a genuine ticket");
            gate.hasNoComplaints();
        }
    }

    /** The one on paper, which does not renew: what is tested is the gate, not the clock. */
    private String codeOnPaper(Person holder) throws Exception {
        var mail = fleet.mail();
        return await().atMost(PATIENCE)
                .until(
                        () -> {
                            for (var letter : mail.to(holder.email())) {
                                var codes = mail.codes(letter.id());
                                if (!codes.isEmpty()) {
                                    return codes.getFirst();
                                }
                            }
                            return "";
                        },
                        code -> !code.isEmpty());
    }

    private Visitor visitor(Screen screen) {
        return chromium.visitor(screen, fleet.credentials().gateway());
    }
}
