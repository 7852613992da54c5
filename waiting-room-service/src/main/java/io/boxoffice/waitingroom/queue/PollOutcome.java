package io.boxoffice.waitingroom.queue;

import java.time.Duration;

/** How polling went. */
sealed interface PollOutcome {
    record Known(EntryAnswer entry) implements PollOutcome {}

    /** Sooner than half of the interval told; nothing changed. */
    record TooSoon(Duration left) implements PollOutcome {}

    /** A genuine token of an entry that the line does not have. */
    record Unknown() implements PollOutcome {}
}
