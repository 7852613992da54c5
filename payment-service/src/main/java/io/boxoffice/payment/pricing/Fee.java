package io.boxoffice.payment.pricing;

import java.math.BigDecimal;

/** One line of fees on an order. */
public record Fee(String name, BigDecimal amount) {}
