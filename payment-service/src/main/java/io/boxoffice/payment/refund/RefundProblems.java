package io.boxoffice.payment.refund;

import io.boxoffice.common.web.ProblemException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Refusals about refunds. */
final class RefundProblems {
    static final String RESOLD = "ticket-resold";
    private static final String USED = "ticket-used";
    private static final String LOCKED = "ticket-locked";

    private RefundProblems() {}

    /** Whether inventory refused before anything was begun. */
    static boolean isRefusal(Refund refund) {
        return refund.failure() != null && Set.of(RESOLD, USED, LOCKED).contains(refund.failure());
    }

    /** 409: what inventory said. */
    static ProblemException refused(String code) {
        var detail = switch (code) {
            case USED -> "A ticket was used; send force to refund it all the same.";
            case LOCKED -> "A ticket is being sold on; try again shortly.";
            default -> "A ticket was sold on; refund the order that bought it.";
        };
        return new ProblemException(HttpStatus.CONFLICT, code, detail);
    }

    static ProblemException alreadyRefunded(@Nullable UUID refundId) {
        return new ProblemException(HttpStatus.CONFLICT, "already-refunded", "There is a refund for this already.")
                .with("refund_id", refundId);
    }

    static ProblemException unknownSeat(UUID seatId) {
        return new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, "unknown-seat", "The order has no such seat.")
                .with("seat_id", seatId);
    }
}
