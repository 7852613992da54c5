package io.boxoffice.event.pricing;

import java.math.BigDecimal;

/** What a seat of a section costs. */
public record PricingTier(String section, BigDecimal price) {}
