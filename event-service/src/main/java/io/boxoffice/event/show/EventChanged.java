package io.boxoffice.event.show;

import java.util.UUID;

/** Said inside the service when an event is not any more what it was; heard after the commit. */
record EventChanged(UUID eventId) {}
