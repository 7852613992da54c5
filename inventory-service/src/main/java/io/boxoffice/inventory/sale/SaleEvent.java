package io.boxoffice.inventory.sale;

import java.time.Instant;
import java.util.UUID;

/** What we tell of a sale as a whole on {@code boxoffice.seats}. */
sealed interface SaleEvent {

    /** Nothing available and no live hold. */
    record SaleSoldOut(UUID eventId, Instant occurredAt) implements SaleEvent {}

    /** Seats came back. */
    record SaleReopened(UUID eventId, Instant occurredAt) implements SaleEvent {}
}
