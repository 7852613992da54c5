package io.boxoffice.event.pricing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One of {@code pricing_tiers} as it comes in. */
public record PricingTierForm(
        @Nullable String section, @Nullable BigDecimal price) {}
