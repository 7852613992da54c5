package io.boxoffice.waitingroom.draw;

/** A public source of chance that nobody, we included, can know before the lobby closes. */
interface Beacon {

    /** What goes into the draw key, and where it can be looked up. */
    record Value(String source, String value) {}

    /** The value for a lobby that has just closed. */
    Value value();
}
