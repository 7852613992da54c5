package io.boxoffice.waitingroom.control;

import io.boxoffice.waitingroom.WaitingRoomProperties.Mode;
import org.jspecify.annotations.Nullable;

/**
 * What is in force for one line.
 *
 * @param ratePerMinute how many come in while it is not paused
 * @param maxActive places on the site
 */
public record QueueControl(
        Mode mode,
        int ratePerMinute,
        int maxActive,
        @Nullable String message) {

    /** How many come in now. */
    public int rateNow() {
        return mode == Mode.PAUSED ? 0 : ratePerMinute;
    }
}
