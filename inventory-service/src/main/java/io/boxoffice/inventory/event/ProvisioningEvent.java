package io.boxoffice.inventory.event;

import java.time.Instant;
import java.util.UUID;

/** What we tell of an event's seats, as a whole, on {@code boxoffice.seats}. */
sealed interface ProvisioningEvent {

    UUID eventId();

    /** All seats are there and can be sold. */
    record SeatsProvisioned(UUID eventId, Instant occurredAt, String shard, int seats) implements ProvisioningEvent {}

    /** The plan cannot become seats; nothing was made. */
    record SeatsProvisioningFailed(UUID eventId, Instant occurredAt, String reason) implements ProvisioningEvent {}
}
