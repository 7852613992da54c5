package io.boxoffice.inventory.scan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What we tell of a scan of a ticket of ours on {@code boxoffice.tickets}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TicketScanned(
        UUID eventId,
        Instant occurredAt,
        UUID ticketId,
        String gate,
        String deviceId,
        String nonce,
        ScanResult.Result result,
        @Nullable Reason reason) {}
