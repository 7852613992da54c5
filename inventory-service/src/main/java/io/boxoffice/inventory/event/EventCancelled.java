package io.boxoffice.inventory.event;

import java.util.UUID;

/** What we read of a cancellation. */
record EventCancelled(UUID eventId, long aggregateVersion) {}
