package io.boxoffice.e2e;

import static io.boxoffice.e2e.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import io.boxoffice.e2e.client.http.Answer;
import io.boxoffice.e2e.client.http.Call;
import io.boxoffice.e2e.client.model.Order;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The way of the money: what fans paid is what the provider took, and what is given back is given back once. */
@ExtendWith(FleetExtension.class)
@TestInstance(PER_CLASS)
class MoneyIT {

    private TestFleet fleet;
    private Season season;

    @BeforeAll
    void aSaleWasPlayed(TestFleet fleet, Season season) {
        this.fleet = fleet;
        this.season = season;
    }

    @Test
    void supportGivesOneSeatsPriceBackAndThenTheRest() throws Exception {
        JsonNode order = Season.look(season.bob(), season.bobs());

        // a seat with its fees and tax; the rest is all that is left of 320.11
        assertThat(season.oneSeatBack().path("status").asString()).isEqualTo("SUCCEEDED");
        assertThat(season.oneSeatBack().path("amount").decimalValue()).isEqualByComparingTo("158.87");
        assertThat(season.theRestBack().path("amount").decimalValue()).isEqualByComparingTo("161.24");
        assertThat(order.path("status").asString()).isEqualTo("REFUNDED");
        assertThat(order.path("items")
                        .valueStream()
                        .map(item -> item.path("status").asString()))
                .containsOnly("REFUNDED");
        assertThat(season.bob().client().tickets(season.event()).value().items())
                .allMatch(ticket -> ticket.status().equals("REVOKED"));
    }

    @Test
    void nothingIsGivenBackTwiceNorByAnybodyElse() throws Exception {
        Desk desk = Desk.of(fleet);
        Map<String, ?> wish = Map.of("reason", "Again");

        assertProblem(desk.refund(season.bobs().orderId(), wish), 409, "already-refunded");
        assertProblem(desk.refund(season.cats().orderId(), wish), 409, "ticket-used");
        Map<String, ?> resold = Map.of(
                "reason",
                "Again",
                "seat_ids",
                List.of(season.dans().items().getFirst().seatId()));
        assertProblem(desk.refund(season.anns().orderId(), resold), 409, "ticket-resold");
        assertProblem(new Desk(season.ann().client()).refund(season.dans().orderId(), wish), 403, "forbidden");
    }

    @Test
    void theProvidersBooksAreWhatTheOrdersSay() throws Exception {
        String control = "Bearer " + fleet.credentials().provider().controlToken();
        JsonNode books = fleet.provider()
                .send(Call.get("books", "/_control/books").with("Authorization", control))
                .json()
                .path("payments");

        for (Order order : List.of(season.anns(), season.bobs(), season.cats(), season.dans())) {
            List<JsonNode> taken = books.valueStream()
                    .filter(payment -> payment.path("order_id")
                            .asString("")
                            .equals(order.orderId().toString()))
                    .filter(payment -> amount(payment, "captured").signum() > 0)
                    .toList();
            assertThat(taken).as("charges of one order").hasSize(1);
            assertThat(amount(taken.getFirst(), "captured")).isEqualByComparingTo(order.totalAmount());
            assertThat(amount(taken.getFirst(), "refunded"))
                    .isEqualByComparingTo(order.equals(season.bobs()) ? order.totalAmount() : BigDecimal.ZERO);
        }
    }

    @Test
    void whoPaidHasAReceiptAndTicketsOnPaper() throws Exception {
        String receipt = "/api/v1/orders/" + season.anns().orderId() + "/receipt.pdf";
        String tickets = Shows.path(season.event()) + "/orders/" + season.cats().orderId() + "/tickets.pdf";

        isPdf(pdf(season.ann(), receipt));
        isPdf(pdf(season.cat(), tickets));
        assertProblem(pdf(season.bob(), receipt), 404, "not-found");
        assertProblem(pdf(season.bob(), tickets), 404, "not-found");
    }

    private static Answer pdf(TestFan fan, String path) throws Exception {
        return fan.client().send(Call.get("pdf", path).with("Accept", "application/pdf"));
    }

    private static void isPdf(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).hasValue("application/pdf");
        assertThat(answer.body()).startsWith("%PDF-");
    }

    private static BigDecimal amount(JsonNode payment, String field) {
        return payment.path(field).decimalValue();
    }
}
