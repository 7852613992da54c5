package io.boxoffice.fraud.counter;

import java.time.Duration;
import java.util.Locale;

/** What can be counted of an account, each over its own stretch of time, in the order of {@code counter/account.lua}. */
public enum Sign {
    /** A request that wants something. */
    ACTION(Duration.ofMinutes(1)),
    /** A device, counted with whatever names one. */
    DEVICE(Duration.ofDays(1)),
    DECLINED(Duration.ofDays(1)),
    CONFIRMED(Duration.ofDays(30)),
    CHALLENGE(Duration.ofHours(1)),
    FAILED_CHALLENGE(Duration.ofHours(1));

    private final Duration remembered;

    Sign(Duration remembered) {
        this.remembered = remembered;
    }

    Duration remembered() {
        return remembered;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
