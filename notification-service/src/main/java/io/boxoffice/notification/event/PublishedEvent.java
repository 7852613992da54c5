package io.boxoffice.notification.event;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Our own reading of {@code EventPublished} and {@code EventUpdated}, as heard or as fetched. */
public record PublishedEvent(
        UUID eventId,
        long aggregateVersion,
        String name,
        String venueName,
        ZoneId timeZone,
        Instant date,
        @Nullable String status) {

    boolean isPostponed() {
        return "POSTPONED".equals(status);
    }

    boolean isCancelled() {
        return "CANCELLED".equals(status);
    }
}
