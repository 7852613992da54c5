package io.boxoffice.inventory.scan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the gate is told; stored as told.
 *
 * @param entry which entry of this ticket it was, from 1
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ScanResult(
        Result result,
        @Nullable Reason reason,
        @Nullable UUID ticketId,
        @Nullable String seat,
        @Nullable Integer entry) {

    enum Result {
        ADMITTED,
        DENIED
    }

    static ScanResult admitted(UUID ticket, String seat, int entry) {
        return new ScanResult(Result.ADMITTED, null, ticket, seat, entry);
    }

    static ScanResult denied(Reason reason, @Nullable UUID ticket, @Nullable String seat) {
        return new ScanResult(Result.DENIED, reason, ticket, seat, null);
    }
}
