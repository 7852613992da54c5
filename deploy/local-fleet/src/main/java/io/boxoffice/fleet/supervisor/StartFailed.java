package io.boxoffice.fleet.supervisor;

/** A process that did not become ready when the fleet started. */
final class StartFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String process;

    StartFailed(String process, String problem) {
        super(problem);
        this.process = process;
    }

    String process() {
        return process;
    }
}
