package io.boxoffice.inventory.hold;

import io.boxoffice.inventory.combine.Ask;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * A hold about to be placed, with everything that is written for it.
 *
 * @param answer as the fan and every repeat of the request get it
 * @param message as it is told
 */
record Placement(
        Ask<Bid, HoldOutcome> ask,
        Admitted.Fan fan,
        UUID holdId,
        List<Verdict.Chosen> seats,
        BigDecimal subtotal,
        String location,
        String answer,
        String message) {

    Bid bid() {
        return ask.request();
    }

    void placed() {
        ask.answer(new HoldOutcome.Held(location, answer));
    }
}
