package io.boxoffice.waitingroom.presale;

/** What a fan has shown for the presale. */
public sealed interface PresaleCode {
    /** Nothing, or nothing that is looked at. */
    record None() implements PresaleCode {}

    /** A text that is no code of this event. */
    record Forged() implements PresaleCode {}

    /**
     * A code of this event.
     *
     * @param serial which; whether it was used is the line's to know
     */
    record Genuine(int serial) implements PresaleCode {}
}
