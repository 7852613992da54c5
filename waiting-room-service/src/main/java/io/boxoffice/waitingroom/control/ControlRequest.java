package io.boxoffice.waitingroom.control;

import io.boxoffice.waitingroom.WaitingRoomProperties.Mode;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * An operator's word on one line; what it leaves out is as configured.
 *
 * @param ratePerMinute followed in mode MANUAL, which demands it
 */
record ControlRequest(
        @NotNull Mode mode,
        @Nullable @Min(1) @Max(1_000_000) Integer ratePerMinute,
        @Nullable @Min(1) @Max(10_000_000) Integer maxActive,
        @Nullable @Size(max = 500) String message) {

    @AssertTrue(message = "MANUAL needs a rate_per_minute.")
    boolean isRateGivenWhereNeeded() {
        return mode != Mode.MANUAL || ratePerMinute != null;
    }
}
