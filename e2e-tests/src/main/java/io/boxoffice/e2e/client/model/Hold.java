package io.boxoffice.e2e.client.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Seats reserved for a fan for a while. */
public record Hold(
        UUID holdId,
        UUID eventId,
        String status,
        List<SeatLine> seats,
        BigDecimal subtotal,
        String currency,
        Instant expiresAt,
        @Nullable String cause) {}
