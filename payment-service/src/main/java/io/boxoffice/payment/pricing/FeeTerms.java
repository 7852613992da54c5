package io.boxoffice.payment.pricing;

import java.math.BigDecimal;

/**
 * An event's fees.
 *
 * @param perTicketPercent of the ticket's price
 * @param perTicketFixed on each ticket
 * @param perOrder once
 * @param taxPercent on tickets and fees
 * @param taxIncluded whether prices and fees contain the tax already
 */
public record FeeTerms(
        BigDecimal perTicketPercent,
        BigDecimal perTicketFixed,
        BigDecimal perOrder,
        BigDecimal taxPercent,
        boolean taxIncluded) {
    /** No fees, no tax. */
    public static final FeeTerms NONE =
            new FeeTerms(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, true);
}
