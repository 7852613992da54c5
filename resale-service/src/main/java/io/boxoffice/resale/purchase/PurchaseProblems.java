package io.boxoffice.resale.purchase;

import io.boxoffice.common.web.ProblemException;
import org.springframework.http.HttpStatus;

/** What a purchase can be refused for before payment hears of it. */
final class PurchaseProblems {
    private PurchaseProblems() {}

    static ProblemException own() {
        return new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, "own-listing", "This is your own listing.");
    }

    static ProblemException gone() {
        return new ProblemException(HttpStatus.CONFLICT, "listing-gone", "This listing is not offered any more.");
    }

    static ProblemException eventOver() {
        return new ProblemException(HttpStatus.CONFLICT, "event-over", "This event has begun or was cancelled.");
    }
}
