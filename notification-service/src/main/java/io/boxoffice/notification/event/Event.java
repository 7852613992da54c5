package io.boxoffice.notification.event;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/**
 * An event as letters speak of it.
 *
 * @param dateOpen postponed, and nobody knows until when; {@code date} is the one it was to have
 * @param postponedVersion the version of its last postponement that we heard of, 0 without any
 */
public record Event(
        UUID eventId,
        String name,
        String venueName,
        ZoneId timeZone,
        Instant date,
        boolean dateOpen,
        boolean cancelled,
        long postponedVersion) {}
