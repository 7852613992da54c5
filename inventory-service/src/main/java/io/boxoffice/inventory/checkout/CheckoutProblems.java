package io.boxoffice.inventory.checkout;

import io.boxoffice.common.web.ProblemException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What a checkout can be refused for. */
final class CheckoutProblems {
    private CheckoutProblems() {}

    static ProblemException holdExpired() {
        return new ProblemException(HttpStatus.GONE, "hold-expired", "This hold is over; choose seats again.");
    }

    static ProblemException orderInProgress(@Nullable UUID order) {
        return new ProblemException(HttpStatus.CONFLICT, "order-in-progress", "Another order has this hold.")
                .with("order_id", order);
    }

    static ProblemException checkoutEnded() {
        return new ProblemException(HttpStatus.CONFLICT, "checkout-ended", "The checkout of this order is over.");
    }

    static ProblemException fenceLost() {
        return new ProblemException(
                HttpStatus.CONFLICT, "fence-lost", "The hold is not this order's any more, and will not be again.");
    }

    static ProblemException sessionOver() {
        return new ProblemException(HttpStatus.FORBIDDEN, "access-token-revoked", "Another session placed this hold.");
    }
}
