package io.boxoffice.waitingroom.queue;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.boxoffice.waitingroom.admission.Access;
import io.boxoffice.waitingroom.draw.Draws;
import io.boxoffice.waitingroom.estimate.WaitEstimate;
import io.boxoffice.waitingroom.token.QueueToken;
import io.boxoffice.waitingroom.token.QueueToken.Kind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry as its fan sees it. Position and waits are null in the lobby and once it is over, waits also while nobody is let in. */
public record EntryAnswer(
        UUID entryId,
        String queueToken,
        EntryState state,
        long joinNumber,
        @Nullable Long position,
        long queueSize,
        @Nullable Long estimatedWaitSeconds,
        @Nullable Long waitLowSeconds,
        @Nullable Long waitHighSeconds,
        long pollAfterSeconds,
        @JsonInclude(Include.NON_NULL) @Nullable String reason,
        @JsonInclude(Include.NON_NULL) @Nullable Boolean challengeRequired,
        @JsonInclude(Include.NON_NULL) @Nullable String accessToken,
        @JsonInclude(Include.NON_NULL) @Nullable Instant accessExpiresAt,
        @JsonInclude(Include.NON_NULL) Draws.@Nullable Receipt draw) {

    static EntryAnswer of(QueueToken token, String written, Place place, @Nullable WaitEstimate wait) {
        var over = switch (place.state()) {
            case LOBBY, QUEUED, ADMITTED -> false;
            case EXPIRED, ABANDONED, LEFT, SUPERSEDED -> true;
        };
        return new EntryAnswer(
                token.entryId(),
                written,
                place.state(),
                place.entry(),
                over ? null : place.ahead(),
                place.queueSize(),
                wait == null ? null : wait.wholeSeconds(),
                wait == null ? null : wait.lowSeconds(),
                wait == null ? null : wait.highSeconds(),
                Math.ceilDiv(place.pollAfter().toMillis(), 1000L),
                place.reason(),
                null,
                null,
                null,
                token.kind() == Kind.LOBBY ? Draws.Receipt.of(token.event(), token.score(), token.fan()) : null);
    }

    EntryAnswer with(Access access) {
        return with(null, access.token(), access.expiresAt());
    }

    /** Whether there is nothing more to wait for. */
    @JsonIgnore
    public boolean isOver() {
        return state != EntryState.LOBBY && state != EntryState.QUEUED;
    }

    /** Let in, but not before a clearance is shown. */
    EntryAnswer challenged() {
        return with(true, null, null);
    }

    private EntryAnswer with(@Nullable Boolean challenge, @Nullable String token, @Nullable Instant expires) {
        return new EntryAnswer(
                entryId,
                queueToken,
                state,
                joinNumber,
                position,
                queueSize,
                estimatedWaitSeconds,
                waitLowSeconds,
                waitHighSeconds,
                pollAfterSeconds,
                reason,
                challenge,
                token,
                expires,
                draw);
    }
}
