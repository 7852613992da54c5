package io.boxoffice.event.pricing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** {@code fees} as they come in. */
public record FeesForm(
        @Nullable BigDecimal perTicketPercent,
        @Nullable BigDecimal perTicketFixed,
        @Nullable BigDecimal perOrder,
        @Nullable BigDecimal taxPercent,
        @Nullable Boolean taxIncluded) {
    static final FeesForm NONE = new FeesForm(null, null, null, null, null);
}
