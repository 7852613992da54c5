package io.boxoffice.fraud.signal;

import java.time.Instant;
import java.util.UUID;

/** Our own reading of payment's {@code OrderPlaced}, {@code OrderDeclined} and {@code OrderConfirmed}. */
record OrderMoved(UUID eventId, Instant occurredAt, UUID userId) {}
