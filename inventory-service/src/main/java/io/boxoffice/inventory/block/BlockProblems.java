package io.boxoffice.inventory.block;

import io.boxoffice.common.web.ProblemException;
import java.util.Collection;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** Why seats are not blocked, or not released. */
final class BlockProblems {
    private BlockProblems() {}

    static ProblemException taken(Collection<UUID> seats) {
        return new ProblemException(
                        HttpStatus.CONFLICT, "seat-taken", "Some of these seats are held, sold, or in a block already.")
                .with("taken", seats);
    }

    static ProblemException tooFew(int available) {
        return new ProblemException(HttpStatus.CONFLICT, "no-seats", "There are not as many seats; ask for fewer.")
                .with("available", available);
    }

    static ProblemException unknown(Collection<UUID> seats) {
        return new ProblemException(
                        HttpStatus.UNPROCESSABLE_CONTENT, "unknown-seat", "Some of these seats are not there.")
                .with("unknown", seats);
    }

    static ProblemException cancelled() {
        return new ProblemException(HttpStatus.GONE, "event-cancelled", "The event is cancelled.");
    }
}
