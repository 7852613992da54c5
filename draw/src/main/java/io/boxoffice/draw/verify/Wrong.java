package io.boxoffice.draw.verify;

/** The draw is not what it claims to be. */
final class Wrong extends Exception {

    private static final long serialVersionUID = 1;

    private final String why;

    Wrong(String why) {
        super(why);
        this.why = why;
    }

    String why() {
        return why;
    }
}
