package io.boxoffice.waitingroom.model;

/** The line did what it must not. */
final class Violation extends RuntimeException {
    private static final long serialVersionUID = 1;

    Violation(String what) {
        super(what);
    }

    static void unless(boolean holds, String what, Object... details) {
        if (!holds) {
            throw new Violation(what.formatted(details));
        }
    }

    static void same(String what, Object line, Object model) {
        if (!line.toString().equals(model.toString())) {
            throw new Violation("%s%n  line:  %s%n  model: %s".formatted(what, line, model));
        }
    }
}
