package io.boxoffice.waitingroom.queue;

/** What a fan is told of an entry. */
public enum EntryState {
    LOBBY,
    QUEUED,
    ADMITTED,
    EXPIRED,
    ABANDONED,
    LEFT,
    SUPERSEDED
}
