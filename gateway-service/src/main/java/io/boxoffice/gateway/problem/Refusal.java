package io.boxoffice.gateway.problem;

/** Carries a problem out of a stream, where a step can no longer refuse. */
public final class Refusal extends RuntimeException {

    private final transient Problem problem;

    /** Without a stack trace: it says nothing about our code. */
    public Refusal(Problem problem) {
        super(problem.code(), null, false, false);
        this.problem = problem;
    }

    /** What to answer. */
    public Problem problem() {
        return problem;
    }
}
