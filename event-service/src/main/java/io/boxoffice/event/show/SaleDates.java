package io.boxoffice.event.show;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When the sale opens. */
record SaleDates(@Nullable Instant presale, Instant general) {}
