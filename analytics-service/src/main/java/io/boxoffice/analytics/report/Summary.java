package io.boxoffice.analytics.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * Everything of one event up to now. Revenue, tickets and the funnel are the box office's own sales; orders and refunds are all
 * of them, resale included.
 *
 * @param asOf when it was read; figures trail the sale by a second or two
 * @param revenue confirmed minus refunded
 * @param checkoutSuccessRate confirmed of all orders that ended; a declined card that may be tried again is no end
 */
record Summary(
        UUID eventId,
        String name,
        String currency,
        Instant asOf,
        long ticketsSold,
        BigDecimal revenue,
        Orders orders,
        BigDecimal checkoutSuccessRate,
        Funnel funnel,
        @JsonProperty("wait") Wait waits,
        Queue queue,
        Bots bots,
        Refunds refunds,
        Resale resale) {

    /** @param refunded in full */
    record Orders(long placed, long confirmed, long declined, long expired, long voided, long refunded) {}

    record Funnel(long joined, long admitted, long held, long ordered, long confirmed, long captured, long scanned) {}

    /** Quantiles are estimated from a histogram. */
    record Wait(BigDecimal averageSeconds, BigDecimal p50Seconds, BigDecimal p95Seconds) {}

    record Queue(long abandoned, long expired) {}

    /** @param blocked accounts */
    record Bots(long challenged, long solved, long blocked) {}

    record Refunds(long count, BigDecimal amount) {}

    /** In tickets. */
    record Resale(long listed, long sold) {}
}
