package io.boxoffice.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import io.boxoffice.e2e.client.http.Answer;
import io.boxoffice.e2e.client.http.Call;
import io.boxoffice.e2e.client.model.Order;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What fans find in their mail, each once. A cancelled event's mail is in {@link CatalogueIT}. */
@ExtendWith(FleetExtension.class)
@TestInstance(PER_CLASS)
class MailIT {

    private TestFleet fleet;
    private Season season;

    @BeforeAll
    void aSaleWasPlayed(TestFleet fleet, Season season) {
        this.fleet = fleet;
        this.season = season;
    }

    @Test
    void theConfirmationBringsTheCodesAndTheTicketsOnPaper() throws Exception {
        Mails mails = Mails.of(fleet, season.ann().person());
        JsonNode mail = mails.because("order-confirmed:" + season.anns().orderId());

        assertThat(mails.codes(season.anns().orderId().toString()))
                .hasSize(2)
                .allMatch(code -> code.startsWith("BX1.S."));
        assertThat(mail.path("HTML").asString()).contains("Season");
        assertThat(mail.path("Attachments").path(0).path("ContentType").asString())
                .isEqualTo("application/pdf");
    }

    @Test
    void theReceiptFollowsTheMoney() throws Exception {
        JsonNode mail = Mails.of(fleet, season.ann().person())
                .because("receipt:" + season.anns().orderId());

        assertThat(mail.path("Text").asString()).contains("320.11");
    }

    @Test
    void whoeverGetsMoneyBackIsToldHowMuch() throws Exception {
        Mails mails = Mails.of(fleet, season.bob().person());

        assertThat(mails.because(refund(season.oneSeatBack())).path("Text").asString())
                .contains("158.87");
        assertThat(mails.because(refund(season.theRestBack())).path("Text").asString())
                .contains("161.24");
    }

    @Test
    void theBuyerOfASoldOnTicketHasACodeOfTheirOwn() throws Exception {
        String seat = season.dans().items().getFirst().seatNumber();
        List<String> codes = Mails.of(fleet, season.dan().person())
                .codes(season.dans().orderId().toString());

        assertThat(codes).hasSize(1);
        assertThat(Scans.seat(codes.getFirst())).endsWith("/" + seat);
    }

    @Test
    void whoWantsToKnowIsToldWhenSeatsAreThereAgain() throws Exception {
        UUID event = fleet.onSale("Sold out", 4).event();
        TestFan fan = TestFan.admitted(fleet, event);
        TestFan waiting = TestFan.admitted(fleet, event);
        Order order = fan.buys(fan.client()
                .hold(event, fan.pass(), fan.freeSeats(), TestFan.newKey())
                .value());
        Call optIn =
                Call.post("notify-me", Shows.path(event) + "/notify-me", Map.of("kinds", List.of("SEATS_AVAILABLE")));
        Answer kept = waiting.client().send(new Call("notify-me", "PUT", optIn.path(), optIn.headers(), optIn.body()));
        assertThat(kept.status()).as(kept.body()).isEqualTo(204);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> status(fan, event), "SOLD_OUT"::equals);

        Desk.of(fleet).refunded(order.orderId(), Map.of("reason", "Ill"));

        JsonNode mail = Mails.of(fleet, waiting.person()).because("seats-available:");
        assertThat(mail.path("Text").asString()).contains("Sold out");
    }

    private static String status(TestFan fan, UUID event) throws Exception {
        return fan.client()
                .anonymously(Call.get("event", Shows.path(event)))
                .json()
                .path("status")
                .asString();
    }

    private static String refund(JsonNode refund) {
        return "order-refunded:" + refund.path("refund_id").asString();
    }
}
