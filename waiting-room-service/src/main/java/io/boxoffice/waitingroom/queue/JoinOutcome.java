package io.boxoffice.waitingroom.queue;

import java.time.Instant;

/** How joining went. */
public sealed interface JoinOutcome {
    /** In the line; {@code first} when this call made the entry. */
    record Joined(EntryAnswer entry, boolean first) implements JoinOutcome {}

    /** The sale has not opened yet. */
    record NotOpen(Instant opensAt) implements JoinOutcome {}

    /** The sale is open for those with a presale code. */
    record CodeRequired() implements JoinOutcome {}

    /** What was shown is no presale code of this event. */
    record CodeInvalid() implements JoinOutcome {}

    /** The presale code has made an entry before. */
    record CodeUsed() implements JoinOutcome {}

    /** No line (any more); {@code why} is said to the fan. */
    record Closed(String why) implements JoinOutcome {}
}
