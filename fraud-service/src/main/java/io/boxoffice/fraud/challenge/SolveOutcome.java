package io.boxoffice.fraud.challenge;

import io.boxoffice.fraud.clearance.Clearance;

/** What a solution came to. */
sealed interface SolveOutcome {
    record Cleared(Clearance clearance) implements SolveOutcome {}

    /** Wrong; there may be tries left. */
    record Failed() implements SolveOutcome {}

    /** Solved before, expired, or no tries left. */
    record Expired() implements SolveOutcome {}

    /** Unknown, or another's. */
    record Unknown() implements SolveOutcome {}
}
