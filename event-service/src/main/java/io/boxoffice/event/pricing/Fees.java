package io.boxoffice.event.pricing;

import java.math.BigDecimal;

/** What is added to the price of tickets: per ticket, per order, and the tax on both. */
public record Fees(
        BigDecimal perTicketPercent,
        BigDecimal perTicketFixed,
        BigDecimal perOrder,
        BigDecimal taxPercent,
        boolean taxIncluded) {}
