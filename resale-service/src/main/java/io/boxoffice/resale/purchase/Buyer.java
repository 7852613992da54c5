package io.boxoffice.resale.purchase;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who buys, as their token and request say; payment and fraud judge by it. */
record Buyer(
        UUID sub,
        @Nullable String email,
        @Nullable Instant accountCreatedAt,
        @Nullable String deviceId,
        @Nullable String address,
        @Nullable String clearance) {

    /** Keeps the address out of logs. */
    @Override
    public String toString() {
        return "Buyer[sub=" + sub + "]";
    }
}
