package io.boxoffice.waitingroom.sale;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Our own reading of inventory's {@code SeatsPurchased}; without a session for events that have no queue. */
record SeatsPurchased(UUID eventId, UUID userId, @Nullable UUID sessionId) {}
