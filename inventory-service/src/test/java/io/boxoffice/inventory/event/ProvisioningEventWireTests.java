package io.boxoffice.inventory.event;

import static io.boxoffice.inventory.fixture.Wire.EVENT;
import static io.boxoffice.inventory.fixture.Wire.NOON;

import io.boxoffice.inventory.fixture.Wire;
import org.junit.jupiter.api.Test;

class ProvisioningEventWireTests {

    @Test
    void theOutcomesReadAsTheirConsumersExpect() {
        Wire.assertGolden("seats-provisioned", new ProvisioningEvent.SeatsProvisioned(EVENT, NOON, "shard-1", 80_000));
        Wire.assertGolden(
                "seats-provisioning-failed",
                new ProvisioningEvent.SeatsProvisioningFailed(EVENT, NOON, "section Floor has no price"));
    }
}
