package io.boxoffice.event.show;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When the sale opens. */
record SaleDates(@Nullable Instant presale, Instant general) {
    /** When the first tickets are sold. */
    Instant first() {
        return presale == null ? general : presale;
    }
}
