package io.boxoffice.payment.ledger;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * Our own reading of {@code PayoutDue} and {@code PayoutCancelled}.
 *
 * @param orderId the resale order that was paid
 * @param amount what the seller gets
 * @param platformFee what we keep of the price
 */
record Payout(UUID payoutId, UUID orderId, BigDecimal amount, BigDecimal platformFee, String currency) {}
