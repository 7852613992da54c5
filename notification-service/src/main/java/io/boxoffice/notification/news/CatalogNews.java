package io.boxoffice.notification.news;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Our own reading of what event-service tells of an event's end or delay. */
sealed interface CatalogNews {

    record EventCancelled(
            UUID eventId, long aggregateVersion, @Nullable String reason) implements CatalogNews {}

    /** @param date unknown as yet without one */
    record EventPostponed(
            UUID eventId, long aggregateVersion, @Nullable Instant date) implements CatalogNews {}
}
