package io.boxoffice.inventory.move;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A move as the directory has it, and as operators see it.
 *
 * @param epoch the one that the move ends
 * @param reason why the last attempt was in vain
 * @param attempts how often it was begun
 * @param passes how often rows were copied
 * @param rows how many in all
 * @param pauses how often the sale was paused for it; the last time counts
 * @param pausedAt by the clock of the shard it leaves
 * @param resumedAt by the clock of the shard it goes to
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Move(
        UUID moveId,
        UUID eventId,
        String from,
        String to,
        int epoch,
        State state,
        @Nullable String reason,
        int attempts,
        int passes,
        long rows,
        int pauses,
        Instant askedAt,
        @Nullable Instant pausedAt,
        @Nullable Instant flippedAt,
        @Nullable Instant resumedAt,
        @Nullable Instant endedAt) {

    /** How far it came. */
    enum State {
        /** The event is sold where it is, and its rows are copied. */
        COPYING,
        /** It cannot be written for a moment, for the last rows. */
        PAUSED,
        /** The directory has decided: it lives elsewhere. */
        FLIPPED,
        /** And is gone from where it was. */
        DONE,
        /** It stayed where it was. */
        FAILED;

        boolean over() {
            return this == DONE || this == FAILED;
        }
    }

    @JsonIgnore
    int nextEpoch() {
        return epoch + 1;
    }

    /** How long the event could not be written. */
    @JsonProperty
    @Nullable
    Long pauseMs() {
        return pausedAt == null || resumedAt == null
                ? null
                : Duration.between(pausedAt, resumedAt).toMillis();
    }
}
