package io.boxoffice.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import io.boxoffice.e2e.client.http.Call;
import io.boxoffice.e2e.client.model.Order;
import io.boxoffice.e2e.client.model.Ticket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The venue's scanner: what lets in, and why something does not. */
@ExtendWith(FleetExtension.class)
@TestInstance(PER_CLASS)
class ScannerIT {

    private TestFleet fleet;
    private UUID event;
    private TestFan fan;
    private List<String> printed;
    private List<Ticket> tickets;

    @BeforeAll
    void aFanHasFourTickets(TestFleet fleet) throws Exception {
        this.fleet = fleet;
        this.event = Shows.onSale(fleet, "Gates", 60, Map.of());
        this.fan = TestFan.admitted(fleet, event);
        Order order = fan.buys(4);
        this.printed = Mails.of(fleet, fan.person()).codes(order.orderId().toString());
        this.tickets = fan.tickets(order.orderId());
    }

    @Test
    void aPrintedCodeLetsInOnceAndTheSameTicketsRotatingCodeNotAgain() throws Exception {
        UUID ticket = UUID.fromString(admitted(scan(printed.getFirst(), "A")));

        assertThat(reason(scan(printed.getFirst(), "A"))).isEqualTo("already-used");
        Call again = Call.post("credential", Shows.path(event) + "/tickets/" + ticket + "/credential", Map.of());
        Problems.assertProblem(fan.client().send(again), 409, "ticket-used");
    }

    @Test
    void aRotatingCodeLetsInAndOneWithAnotherProofIsExpired() throws Exception {
        UUID ticket = free(1);
        String code = fan.code(ticket);
        assertThat(code).matches("BX1\\.R\\.[^.]+\\.[^.]+\\.\\d{8}");
        String proof = code.substring(code.length() - 8);
        String other = proof.equals("00000000") ? "11111111" : "00000000";

        assertThat(reason(scan(code.substring(0, code.length() - 8) + other, "A")))
                .isEqualTo("code-expired");
        assertThat(admitted(scan(fan.code(ticket), "A"))).isEqualTo(ticket.toString());
    }

    @Test
    void whatIsNotForThisGateOrThisEventIsDenied() throws Exception {
        String code = fan.code(free(2));
        UUID elsewhere = Shows.onSale(fleet, "Elsewhere", 20, Map.of());

        assertThat(reason(scan(code, "C"))).isEqualTo("wrong-gate");
        assertThat(reason(Scans.of(fleet, elsewhere).scan(code, "A"))).isEqualTo("wrong-event");
        assertThat(reason(scan(code.replace("BX1.R.", "BX1.S."), "A"))).isEqualTo("bad-signature");
    }

    @Test
    void theKeysOfCodesArePublished() throws Exception {
        JsonNode keys = fan.client()
                .anonymously(Call.get("keys", "/api/v1/scan-keys"))
                .json()
                .path("keys");

        assertThat(keys.isEmpty()).isFalse();
        Shape.of(keys.path(0))
                .is("kty", "OKP")
                .is("crv", "Ed25519")
                .text("kid", "x")
                .absent("d");
    }

    /** The fan's tickets in their order; the printed codes have it, too. */
    private UUID free(int index) {
        Map<String, UUID> bySeat = new HashMap<>();
        tickets.forEach(ticket ->
                bySeat.put(ticket.section() + "/" + ticket.row() + "/" + ticket.seatNumber(), ticket.ticketId()));
        return bySeat.get(Scans.seat(printed.get(index)));
    }

    private JsonNode scan(String code, String gate) throws Exception {
        return Scans.of(fleet, event).scan(code, gate);
    }

    private static String admitted(JsonNode answer) {
        assertThat(answer.path("result").asString()).as(answer.toString()).isEqualTo("ADMITTED");
        return answer.path("ticket_id").asString();
    }

    private static String reason(JsonNode answer) {
        assertThat(answer.path("result").asString()).as(answer.toString()).isEqualTo("DENIED");
        return answer.path("reason").asString();
    }
}
