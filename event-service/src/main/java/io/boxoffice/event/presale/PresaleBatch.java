package io.boxoffice.event.presale;

import java.util.UUID;

/** Serials that were handed out together; their codes follow from them. */
public record PresaleBatch(UUID eventId, int firstSerial, int count) {}
