package io.boxoffice.notification.mailing;

import io.boxoffice.notification.letter.Kind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter to many, under way.
 *
 * @param reached the last order that was reached
 */
record Mailing(
        String mailingId,
        Kind kind,
        UUID eventId,
        String facts,
        @Nullable UUID reached,
        Instant began) {}
