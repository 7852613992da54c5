package io.boxoffice.analytics.fact;

import io.boxoffice.analytics.figure.Fact;
import java.util.List;
import java.util.UUID;

/** What a message means to the figures. */
public sealed interface Reading {
    /**
     * It adds to them.
     *
     * @param once what may be counted only once, however often it is told: the thing that happened where it has a name,
     *     otherwise the message
     */
    record Counts(String once, UUID eventId, List<Fact> facts) implements Reading {}

    /** Known, and nothing to count. */
    record Ignored() implements Reading {}

    /** Newer than we are. */
    record Unknown() implements Reading {}
}
