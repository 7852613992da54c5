package io.boxoffice.payment.cancellation;

import java.time.Instant;
import java.util.UUID;

/** Our own reading of the message. */
record EventCancelled(UUID eventId, Instant occurredAt) {}
