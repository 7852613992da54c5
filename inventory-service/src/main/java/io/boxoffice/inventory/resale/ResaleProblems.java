package io.boxoffice.inventory.resale;

import io.boxoffice.common.web.ProblemException;
import org.springframework.http.HttpStatus;

/** What the sale of one ticket can be refused for. */
final class ResaleProblems {
    private ResaleProblems() {}

    static ProblemException ticketUsed() {
        return new ProblemException(HttpStatus.CONFLICT, "ticket-used", "This ticket has let somebody in.");
    }

    static ProblemException ticketRevoked() {
        return new ProblemException(HttpStatus.CONFLICT, "ticket-revoked", "This ticket is not good any more.");
    }

    static ProblemException ticketLocked(OneTicket.LockKind kind) {
        return new ProblemException(
                        HttpStatus.CONFLICT, "ticket-locked", "Something else is under way with this ticket.")
                .with("lock_kind", kind);
    }

    static ProblemException ticketLimit(ResaleRepository.Usage usage) {
        return new ProblemException(
                        HttpStatus.UNPROCESSABLE_CONTENT, "ticket-limit", "That is more tickets than one fan may have.")
                .with("limit", usage.limit())
                .with("used", usage.used());
    }

    static ProblemException fenceLost() {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "fence-lost",
                "The ticket is not in this order's checkout, and will not be again.");
    }
}
