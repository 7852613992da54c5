package io.boxoffice.inventory.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param date the new one, when known */
record EventPostponed(
        UUID eventId, long aggregateVersion, @Nullable Instant date) {}
