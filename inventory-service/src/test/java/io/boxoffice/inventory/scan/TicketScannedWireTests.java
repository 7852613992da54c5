package io.boxoffice.inventory.scan;

import static io.boxoffice.inventory.fixture.Wire.EVENT;
import static io.boxoffice.inventory.fixture.Wire.NOON;
import static io.boxoffice.inventory.fixture.Wire.TICKET;

import io.boxoffice.inventory.fixture.Wire;
import org.junit.jupiter.api.Test;

class TicketScannedWireTests {

    @Test
    void ticketScannedReadsAsItsConsumersExpect() {
        Wire.assertGolden(
                "ticket-scanned",
                new TicketScanned(
                        EVENT, NOON, TICKET, "A", "gate-1", "n-1", ScanResult.Result.DENIED, Reason.ALREADY_USED));
    }
}
