package io.boxoffice.e2e.client.http;

/** An answer read: the thing asked for, or the refusal. */
public sealed interface Reply<T> {

    /** The answer behind it. */
    Answer answer();

    /** What was asked for. */
    record Got<T>(T value, Answer answer) implements Reply<T> {}

    /** The server said no. */
    record Refused<T>(Problem problem, Answer answer) implements Reply<T> {}

    /** Reads an answer as a value where it is 2xx. */
    static <T> Reply<T> of(Answer answer, Class<T> type) {
        return answer.ok()
                ? new Got<>(Json.read(answer.body(), type), answer)
                : new Refused<>(answer.problem(), answer);
    }

    /**
     * The value, where a refusal is a surprise.
     *
     * @throws UnexpectedAnswer when it was refused
     */
    default T value() {
        return switch (this) {
            case Got<T>(var value, var _) -> value;
            case Refused<T>(var problem, var answer) ->
                throw new UnexpectedAnswer(problem.status() + " " + problem.code() + ": " + answer.body());
        };
    }

    /** A refusal where none was expected. */
    final class UnexpectedAnswer extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnexpectedAnswer(String message) {
            super(message);
        }
    }
}
