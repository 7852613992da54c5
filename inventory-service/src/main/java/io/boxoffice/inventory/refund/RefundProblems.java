package io.boxoffice.inventory.refund;

import io.boxoffice.common.web.ProblemException;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** What a refund of tickets can be refused for. */
final class RefundProblems {
    private RefundProblems() {}

    static ProblemException ticketUsed(List<UUID> seats) {
        return new ProblemException(HttpStatus.CONFLICT, "ticket-used", "Tickets of this order have let somebody in.")
                .with("seat_ids", seats);
    }

    static ProblemException ticketLocked(List<UUID> seats) {
        return new ProblemException(
                        HttpStatus.CONFLICT, "ticket-locked", "Something else is under way with tickets of this order.")
                .with("seat_ids", seats);
    }

    static ProblemException notRevoked() {
        return new ProblemException(HttpStatus.CONFLICT, "refund-not-revoked", "Revoke the tickets first.");
    }

    static ProblemException refundEnded(Refund.Status status) {
        return new ProblemException(HttpStatus.CONFLICT, "refund-ended", "This refund has ended another way.")
                .with("status", status);
    }
}
