package io.boxoffice.inventory.hold;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What we tell of seats changing hands on {@code boxoffice.seats}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface HoldEvent {

    UUID eventId();

    UUID holdId();

    /** A fan has these seats for a while. */
    record SeatsHeld(
            UUID eventId,
            Instant occurredAt,
            UUID holdId,
            UUID userId,
            @Nullable UUID sessionId,
            List<HeldSeat> seats,
            Instant expiresAt)
            implements HoldEvent {}

    /** These seats can be had again. */
    record SeatsReleased(
            UUID eventId,
            Instant occurredAt,
            UUID holdId,
            UUID userId,
            @Nullable UUID sessionId,
            @Nullable UUID orderId,
            String cause,
            List<Seat> seats)
            implements HoldEvent {}

    /** A seat, where its price no longer matters. */
    record Seat(UUID seatId, String section) {}
}
