package io.boxoffice.fraud.signal;

import java.time.Instant;
import java.util.UUID;

/** Our own reading of the waiting room's {@code EntryAdmitted}. */
record EntryAdmitted(UUID eventId, Instant occurredAt, UUID userId) {}
