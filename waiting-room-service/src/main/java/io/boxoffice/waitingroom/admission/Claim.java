package io.boxoffice.waitingroom.admission;

/** What claiming an admission came to. */
public sealed interface Claim {
    /** The fan is in. */
    record Claimed(Access access) implements Claim {}

    /** A clearance has to be shown first; the lease runs on. */
    record ChallengeFirst() implements Claim {}

    /** The admission is over, or another device's. */
    record Over() implements Claim {}
}
