package io.boxoffice.waitingroom.queue;

import io.boxoffice.waitingroom.event.EventOnSale.PriceTier;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What everybody may see of a line.
 *
 * @param serving join number last admitted
 * @param message a word of the operator's, where there is one
 */
record QueueStatus(
        State state,
        Instant opensAt,
        long serving,
        long queueSize,
        int admissionRatePerMinute,
        @Nullable String message,
        PollPolicy pollPolicy,
        List<PriceTier> priceTiers) {

    enum State {
        NOT_OPEN,
        LOBBY,
        OPEN,
        PAUSED,
        SOLD_OUT,
        CLOSED
    }

    /** How often fans are told to poll: far from the head, and within {@code nearPositions} of it. */
    record PollPolicy(long farSeconds, long nearSeconds, long nearPositions) {}
}
