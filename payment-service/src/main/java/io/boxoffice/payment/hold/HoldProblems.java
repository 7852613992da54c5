package io.boxoffice.payment.hold;

import io.boxoffice.common.web.ProblemException;
import org.springframework.http.HttpStatus;

/** Refusals about holds. */
public final class HoldProblems {
    private HoldProblems() {}

    /** 410: released, lapsed, or lost. */
    public static ProblemException expired() {
        return new ProblemException(HttpStatus.GONE, "hold-expired", "These seats are no longer held; choose again.");
    }
}
