package io.boxoffice.event.show;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far an event has come, clock aside. A draft has been published never. */
sealed interface Progress {

    record Draft() implements Progress {}

    /** @param version of the aggregate, raised by each publication */
    record Published(
            long version,
            Instant at,
            Provisioning state,
            int seats,
            @Nullable String reason,
            boolean soldOut) implements Progress {}

    /** How far inventory is with the seats. */
    enum Provisioning {
        RUNNING,
        DONE,
        FAILED
    }
}
