package io.boxoffice.waitingroom.control;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One word of an operator, or one turn of the controller's.
 *
 * @param cause {@code operator, overload, recovered, silence, slow-start}
 * @param saidBy the operator
 * @param mode an operator's
 * @param ratePerMinute as an operator gave it, or as the controller left it
 * @param rateBefore of the controller's
 * @param reason of the controller's
 */
record AuditEntry(
        long number,
        Instant at,
        String cause,
        @Nullable UUID saidBy,
        @Nullable String mode,
        @Nullable Integer ratePerMinute,
        @Nullable Integer rateBefore,
        @Nullable Integer maxActive,
        @Nullable String message,
        @Nullable String reason) {}
