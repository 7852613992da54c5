package io.boxoffice.resale.payout;

import java.math.BigDecimal;
import java.util.UUID;

/** A sale that its seller is to be paid for. */
public record Sale(UUID listingId, UUID orderId, UUID eventId, UUID sellerId, BigDecimal total, String currency) {}
