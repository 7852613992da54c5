package io.boxoffice.analytics.event;

import java.util.UUID;

/** An event of the catalogue. */
public record KnownEvent(UUID eventId, UUID organizerId, String name, String currency) {}
