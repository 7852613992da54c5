package io.boxoffice.waitingroom.event;

import java.util.UUID;

/** Our own reading of event-service's {@code EventCancelled} and {@code EventPostponed}. */
record EndedEvent(UUID eventId, long aggregateVersion) {}
