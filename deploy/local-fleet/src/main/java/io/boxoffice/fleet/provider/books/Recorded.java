package io.boxoffice.fleet.provider.books;

/** The outcome of a request, as it was written when the request first came. */
public sealed interface Recorded {
    /** Done now. */
    record Now(Entry entry) implements Recorded {}

    /** Done earlier under the same key; nothing happened this time. */
    record Before(Entry entry) implements Recorded {}

    /** The key was used for something else. */
    record KeyReused() implements Recorded {}
}
