package io.boxoffice.inventory.scan;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/** What a scanner sends. */
record ScanRequest(
        @NotNull @Size(max = 2048) String code,
        @NotBlank @Size(max = 50) String gate,
        @NotBlank @Size(max = 64) String deviceId,
        @NotNull Instant scannedAt,
        @NotBlank @Size(max = 64) String nonce,
        @NotNull Direction direction) {

    /** Only inwards so far. */
    enum Direction {
        IN
    }
}
