package io.boxoffice.e2e;

import static io.boxoffice.e2e.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import io.boxoffice.e2e.client.http.Answer;
import io.boxoffice.e2e.client.http.Call;
import io.boxoffice.e2e.client.model.Order;
import io.boxoffice.e2e.client.model.Ticket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** From fan to fan at a fair price: the seller's code is dead before the buyer's is born. */
@ExtendWith(FleetExtension.class)
@TestInstance(PER_CLASS)
class ResaleIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private TestFleet fleet;
    private UUID event;
    private TestFan seller;
    private List<UUID> tickets;

    @BeforeAll
    void aFanHasThreeTickets(TestFleet fleet) throws Exception {
        this.fleet = fleet;
        this.event = Shows.onSale(fleet, "Swapped", 60, Shows.RESALE);
        this.seller = TestFan.admitted(fleet, event);
        Order order = seller.buys(3);
        this.tickets =
                seller.tickets(order.orderId()).stream().map(Ticket::ticketId).toList();
    }

    @Test
    void aTicketIsSoldOnAndItsSellersCodeIsDead() throws Exception {
        UUID ticket = tickets.getFirst();
        String old = seller.code(ticket);
        assertThat(assertProblem(Resales.list(seller, ticket, "133.51"), 422, "price-above-cap")
                        .path("cap")
                        .decimalValue())
                .isEqualByComparingTo("133.50"); // face value and the fee of a ticket
        String listing = Resales.listed(seller, ticket, "100.00");
        assertProblem(Resales.list(seller, ticket, "90.00"), 409, "ticket-not-listable");

        TestFan buyer = TestFan.admitted(fleet, event);
        assertThat(Resales.offered(buyer, event)).contains(listing);
        JsonNode order = Resales.bought(buyer, event, listing, "100.00");

        assertThat(order.path("status").asString()).isIn("CONFIRMED", "CAPTURED");
        Scans gate = Scans.of(fleet, event);
        assertThat(gate.verdict(old)).isEqualTo("transferred");
        Call credential = Call.post("credential", Shows.path(event) + "/tickets/" + ticket + "/credential", Map.of());
        assertProblem(seller.client().send(credential), 404, "not-found");
        assertThat(Resales.look(seller, listing).path("status").asString()).isEqualTo("SOLD");
        assertThat(Resales.offered(buyer, event)).doesNotContain(listing);
        assertThat(gate.verdict(buyer.code(ticket))).isEqualTo("ADMITTED");
        TestFan late = TestFan.admitted(fleet, event);
        assertProblem(Resales.buy(late, event, listing, "100.00"), 409, "listing-gone");
    }

    @Test
    void aListingTakenBackLeavesTheTicketGoodAndOneThatIsScannedIsOver() throws Exception {
        UUID ticket = tickets.getLast();
        String listing = Resales.listed(seller, ticket, "110.00");
        Answer withdrawn = seller.client().send(Call.delete("withdraw", Resales.PATH + "/" + listing));
        assertThat(withdrawn.status()).isEqualTo(204);
        await().atMost(PATIENCE).until(() -> status(listing), "CANCELLED"::equals);
        String again = Resales.listed(seller, ticket, "90.00");

        assertThat(Scans.of(fleet, event).verdict(seller.code(ticket))).isEqualTo("ADMITTED");
        await().atMost(PATIENCE).until(() -> status(again), "CANCELLED"::equals);
        assertThat(Resales.look(seller, again).path("cause").asString()).isEqualTo("ticket-used");
        TestFan late = TestFan.admitted(fleet, event);
        assertProblem(Resales.buy(late, event, again, "90.00"), 409, "listing-gone");
    }

    private String status(String listing) throws Exception {
        return Resales.look(seller, listing).path("status").asString();
    }
}
