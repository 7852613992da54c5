package io.boxoffice.analytics.event;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Our own reading of {@code EventPublished} and {@code EventUpdated}. */
record PublishedEvent(UUID eventId, long aggregateVersion, UUID organizerId, String name, String currency) {
    PublishedEvent {
        requireNonNull(eventId);
        requireNonNull(organizerId);
        requireNonNull(name);
        requireNonNull(currency);
    }
}
