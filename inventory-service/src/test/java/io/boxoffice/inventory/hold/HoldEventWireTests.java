package io.boxoffice.inventory.hold;

import static io.boxoffice.inventory.fixture.Wire.EVENT;
import static io.boxoffice.inventory.fixture.Wire.FAN;
import static io.boxoffice.inventory.fixture.Wire.HOLD;
import static io.boxoffice.inventory.fixture.Wire.NOON;
import static io.boxoffice.inventory.fixture.Wire.ORDER;
import static io.boxoffice.inventory.fixture.Wire.SEAT;
import static io.boxoffice.inventory.fixture.Wire.SESSION;

import io.boxoffice.inventory.fixture.Wire;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoldEventWireTests {

    @Test
    void seatsHeldReadsAsItsConsumersExpect() {
        Wire.assertGolden(
                "seats-held",
                new HoldEvent.SeatsHeld(
                        EVENT,
                        NOON,
                        HOLD,
                        FAN,
                        SESSION,
                        List.of(new HeldSeat(SEAT, "Floor", "A", "1", new BigDecimal("500.00"))),
                        NOON.plus(Duration.ofMinutes(10))));
    }

    @Test
    void seatsReleasedReadsAsItsConsumersExpect() {
        Wire.assertGolden(
                "seats-released",
                new HoldEvent.SeatsReleased(
                        EVENT,
                        NOON,
                        HOLD,
                        FAN,
                        SESSION,
                        ORDER,
                        "payment-declined",
                        List.of(new HoldEvent.Seat(SEAT, "Floor"))));
    }
}
