package io.boxoffice.fleet.settings;

/** Something the person at the keyboard can understand and fix; its message is shown as it is, without a stack. */
public final class FleetProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FleetProblem(String message) {
        super(message);
    }

    public FleetProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
