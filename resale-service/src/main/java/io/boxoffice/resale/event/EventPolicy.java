package io.boxoffice.resale.event;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.UUID;

/**
 * On what terms tickets of an event may be sold on.
 *
 * @param dateOpen postponed, and no new date known; {@code date} is the last one known
 * @param maxPricePercent of what the first buyer paid for a ticket, its fees included
 */
public record EventPolicy(
        UUID eventId,
        String currency,
        Instant date,
        boolean dateOpen,
        int ticketLimit,
        BigDecimal perTicketPercent,
        BigDecimal perTicketFixed,
        boolean resaleEnabled,
        BigDecimal maxPricePercent,
        boolean cancelled) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Whether it was cancelled or has begun. */
    public boolean isOver(Instant now) {
        return cancelled || (!dateOpen && !now.isBefore(date));
    }

    /** The most that may be asked for a ticket of this face price; the fee rounds half up, as when it was first sold. */
    public BigDecimal cap(BigDecimal facePrice) {
        var fee = rounded(facePrice.multiply(perTicketPercent).divide(HUNDRED).add(perTicketFixed));
        return rounded(facePrice.add(fee).multiply(maxPricePercent).divide(HUNDRED));
    }

    private static BigDecimal rounded(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }
}
