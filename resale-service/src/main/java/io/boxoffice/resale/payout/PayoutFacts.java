package io.boxoffice.resale.payout;

import java.math.BigDecimal;
import java.time.Instant;

/** A payout as its seller sees it: {@code PENDING}, {@code DUE} or {@code CANCELLED}. */
public record PayoutFacts(BigDecimal amount, BigDecimal platformFee, String status, Instant dueAt) {}
