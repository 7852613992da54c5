package io.boxoffice.payment.pricing;

import java.math.BigDecimal;

/** What an amount consists of: tickets and fees without their tax, and the tax. */
public record Parts(BigDecimal tickets, BigDecimal fees, BigDecimal tax) {

    /** All of it. */
    public BigDecimal sum() {
        return tickets.add(fees).add(tax);
    }

    /** What is left without {@code other}. */
    public Parts minus(Parts other) {
        return new Parts(tickets.subtract(other.tickets), fees.subtract(other.fees), tax.subtract(other.tax));
    }
}
