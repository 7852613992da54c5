package io.boxoffice.waitingroom.sale;

import java.time.Instant;
import java.util.UUID;

/** Our own reading of inventory's {@code SaleSoldOut} and {@code SaleReopened}. */
record SaleState(UUID eventId, Instant occurredAt) {}
