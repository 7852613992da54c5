package io.boxoffice.inventory.checkout;

import static io.boxoffice.inventory.fixture.Wire.BUYER;
import static io.boxoffice.inventory.fixture.Wire.EVENT;
import static io.boxoffice.inventory.fixture.Wire.FAN;
import static io.boxoffice.inventory.fixture.Wire.HOLD;
import static io.boxoffice.inventory.fixture.Wire.NOON;
import static io.boxoffice.inventory.fixture.Wire.ORDER;
import static io.boxoffice.inventory.fixture.Wire.SEAT;
import static io.boxoffice.inventory.fixture.Wire.SESSION;
import static io.boxoffice.inventory.fixture.Wire.TICKET;

import io.boxoffice.inventory.fixture.Wire;
import io.boxoffice.inventory.ticket.TicketEvent;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class PurchaseEventWireTests {

    @Test
    void seatsPurchasedReadsAsItsConsumersExpect() {
        var seats = List.of(new PurchaseEvent.Seat(SEAT, "Floor", new BigDecimal("500.00")));
        Wire.assertGolden(
                "seats-purchased", new PurchaseEvent.SeatsPurchased(EVENT, NOON, HOLD, ORDER, FAN, SESSION, seats));
    }

    @Test
    void aTicketsLifeReadsAsItsConsumersExpect() {
        Wire.assertGolden(
                "ticket-issued",
                new TicketEvent.TicketIssued(EVENT, NOON, TICKET, ORDER, FAN, SEAT, "Floor", "A", "1", 1));
        Wire.assertGolden(
                "ticket-revoked", new TicketEvent.TicketRevoked(EVENT, NOON, TICKET, ORDER, FAN, 1, "capture-failed"));
        Wire.assertGolden(
                "ticket-transferred",
                new TicketEvent.TicketTransferred(
                        EVENT, NOON, TICKET, ORDER, FAN, BUYER, SEAT, "Floor", "A", "1", 2, "resale"));
    }
}
