package io.boxoffice.e2e.client.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A code held under a scanner. */
public record Scan(String code, String gate, String deviceId, Instant scannedAt, String nonce, String direction) {

    /** The gate's answer. */
    public record Result(
            String result,
            @Nullable String reason,
            @Nullable UUID ticketId,
            @Nullable String seat,
            @Nullable Integer entry) {

        /** Whether the gate opened. */
        public boolean admitted() {
            return result.equals("ADMITTED");
        }
    }
}
