package io.boxoffice.inventory.hold;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A hold as its fan sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HoldAnswer(
        UUID holdId,
        UUID eventId,
        HoldStatus status,
        @Nullable String cause,
        List<HeldSeat> seats,
        BigDecimal subtotal,
        String currency,
        Instant expiresAt) {

    static HoldAnswer of(Hold hold) {
        return new HoldAnswer(
                hold.holdId(),
                hold.eventId(),
                hold.status(),
                hold.cause(),
                hold.seats(),
                hold.subtotal(),
                hold.currency(),
                hold.expiresAt());
    }
}
