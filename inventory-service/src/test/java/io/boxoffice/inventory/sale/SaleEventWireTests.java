package io.boxoffice.inventory.sale;

import static io.boxoffice.inventory.fixture.Wire.EVENT;
import static io.boxoffice.inventory.fixture.Wire.NOON;

import io.boxoffice.inventory.fixture.Wire;
import org.junit.jupiter.api.Test;

class SaleEventWireTests {

    @Test
    void theFlipsReadAsTheirConsumersExpect() {
        Wire.assertGolden("sale-sold-out", new SaleEvent.SaleSoldOut(EVENT, NOON));
        Wire.assertGolden("sale-reopened", new SaleEvent.SaleReopened(EVENT, NOON));
    }
}
