package io.boxoffice.draw.verify;

/** What was given is not a draw at all. */
final class Unreadable extends Exception {

    private static final long serialVersionUID = 1;

    private final String why;

    Unreadable(String why) {
        super(why);
        this.why = why;
    }

    String why() {
        return why;
    }
}
