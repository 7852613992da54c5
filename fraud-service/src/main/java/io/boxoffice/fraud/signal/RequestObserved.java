package io.boxoffice.fraud.signal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Our own reading of the gateway's {@code RequestObserved}. */
record RequestObserved(
        @Nullable UUID eventId,
        Instant occurredAt,
        UUID userId,
        String action,
        @Nullable String deviceHash,
        @Nullable String addressHash,
        @Nullable Instant accountCreatedAt) {}
