package io.boxoffice.auditor.rule;

import java.math.BigDecimal;
import java.util.List;

/**
 * The payment provider's own books.
 *
 * @param open whether they can be read at all
 * @param charges what they say of the orders of one event
 */
public record Books(boolean open, List<Charge> charges) {

    /** Books that cannot be read: what depends on them is not judged. */
    public static final Books CLOSED = new Books(false, List.of());

    /** A charge. */
    public record Charge(
            String paymentIntent,
            String orderId,
            BigDecimal amount,
            BigDecimal captured,
            BigDecimal refunded,
            String status) {

        boolean authorised() {
            return status.equals("requires_capture");
        }

        boolean taken() {
            return captured.signum() > 0;
        }
    }
}
