package io.boxoffice.payment.pricing;

import java.math.BigDecimal;
import java.util.UUID;

/** A seat as it is sold: the price is the one stamped on the hold. */
public record Seat(UUID seatId, String section, String row, String seatNumber, BigDecimal price) {
    public Seat {
        price = Money.exact(price);
    }
}
