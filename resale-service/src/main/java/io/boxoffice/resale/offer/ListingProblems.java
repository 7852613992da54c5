package io.boxoffice.resale.offer;

import io.boxoffice.common.web.ProblemException;
import io.boxoffice.common.web.Problems;
import io.boxoffice.resale.listing.Cause;
import io.boxoffice.resale.listing.Listing;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What listing a ticket, or taking a listing back, can be refused for. */
final class ListingProblems {
    private ListingProblems() {}

    static ProblemException notAllowed() {
        return new ProblemException(
                HttpStatus.UNPROCESSABLE_CONTENT, "resale-not-allowed", "Tickets of this event cannot be sold on.");
    }

    static ProblemException aboveCap(BigDecimal cap) {
        return new ProblemException(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "price-above-cap",
                        "Ask for no more than the cap for each ticket.")
                .with("cap", cap);
    }

    static ProblemException eventOver() {
        return new ProblemException(HttpStatus.CONFLICT, "event-over", "This event has begun or was cancelled.");
    }

    /** @param reason {@code used, revoked, locked} */
    static ProblemException notListable(@Nullable UUID ticket, String reason) {
        return new ProblemException(HttpStatus.CONFLICT, "ticket-not-listable", "This ticket cannot be listed now.")
                .with("ticket_id", ticket)
                .with("reason", reason);
    }

    static ProblemException inCheckout() {
        return new ProblemException(
                HttpStatus.CONFLICT, "listing-in-checkout", "Somebody is buying it; try again when they are done.");
    }

    static ProblemException sold() {
        return new ProblemException(HttpStatus.CONFLICT, "listing-gone", "It is sold.");
    }

    static ProblemException unanswered() {
        return Problems.unavailable("The tickets cannot be reached now; repeat the request.");
    }

    /** Why a listing that was never offered ended. */
    static ProblemException refusal(Listing listing) {
        return switch (listing.cause()) {
            case "not-found" -> Problems.notFound();
            case Cause.TICKET_USED -> notListable(listing.refusedTicket(), "used");
            case Cause.TICKET_REVOKED -> notListable(listing.refusedTicket(), "revoked");
            case Cause.UNANSWERED -> unanswered();
            case null, default -> notListable(listing.refusedTicket(), "locked");
        };
    }
}
