package io.boxoffice.e2e.client.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A fan's place in an event's queue. */
public record Entry(
        UUID entryId,
        String queueToken,
        String state,
        long joinNumber,
        @Nullable Long position,
        @Nullable Long queueSize,
        @Nullable Long estimatedWaitSeconds,
        @Nullable Long waitLowSeconds,
        @Nullable Long waitHighSeconds,
        int pollAfterSeconds,
        @Nullable String reason,
        @Nullable String accessToken,
        @Nullable Instant accessExpiresAt,
        @Nullable Draw draw) {

    /** What a fan in the lobby keeps, to find the own place in the draw. */
    public record Draw(long joinIndex, String leaf) {}

    /** Whether the fan still stands in line. */
    public boolean waiting() {
        return state.equals("QUEUED") || state.equals("LOBBY");
    }
}
