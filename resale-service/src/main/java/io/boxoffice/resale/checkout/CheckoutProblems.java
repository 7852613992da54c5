package io.boxoffice.resale.checkout;

import io.boxoffice.common.web.ProblemException;
import io.boxoffice.common.web.Problems;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What a checkout can be refused for. */
final class CheckoutProblems {
    private CheckoutProblems() {}

    static ProblemException gone() {
        return new ProblemException(HttpStatus.GONE, "listing-gone", "This listing is not offered any more.");
    }

    static ProblemException orderInProgress(@Nullable UUID order) {
        return new ProblemException(HttpStatus.CONFLICT, "order-in-progress", "Another order has this listing.")
                .with("order_id", order);
    }

    static ProblemException ticketLimit(@Nullable Integer limit, @Nullable Integer used) {
        return new ProblemException(
                        HttpStatus.UNPROCESSABLE_CONTENT, "ticket-limit", "That is more than one fan may have.")
                .with("limit", limit)
                .with("used", used);
    }

    static ProblemException fenceLost() {
        return new ProblemException(
                HttpStatus.CONFLICT, "fence-lost", "The listing is not this order's any more, and will not be again.");
    }

    static ProblemException unfinished() {
        return Problems.unavailable("The tickets' end is not known yet; repeat the request.");
    }
}
