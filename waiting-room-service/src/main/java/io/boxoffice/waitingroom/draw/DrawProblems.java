package io.boxoffice.waitingroom.draw;

import io.boxoffice.common.web.ProblemException;
import org.springframework.http.HttpStatus;

/** The refusals of the draw. */
final class DrawProblems {
    private DrawProblems() {}

    static ProblemException eventNotFound() {
        return notFound("event-not-found", "There is no such event on sale.");
    }

    static ProblemException noLobby() {
        return notFound("draw-not-found", "This event has no lobby, and so no draw.");
    }

    static ProblemException noSuchEntry() {
        return notFound("draw-entry-not-found", "Nobody has this join index in the draw.");
    }

    static ProblemException notDrawn() {
        return new ProblemException(
                HttpStatus.CONFLICT, "draw-not-drawn", "The draw is not held yet; its commitment is published.");
    }

    private static ProblemException notFound(String code, String detail) {
        return new ProblemException(HttpStatus.NOT_FOUND, code, detail);
    }
}
