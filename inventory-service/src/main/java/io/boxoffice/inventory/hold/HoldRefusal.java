package io.boxoffice.inventory.hold;

import io.boxoffice.common.web.ProblemException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** Why a hold was not placed. All of them are everyday in an on-sale. */
sealed interface HoldRefusal {

    /** Somebody else has them; these could be had instead. */
    record SeatTaken(Collection<UUID> taken, List<List<HeldSeat>> alternatives) implements HoldRefusal {}

    /** The fan has, or would have, more than the event allows. */
    record OverLimit(int limit, int used) implements HoldRefusal {}

    /** The fan, or the session, has a live hold at this event. */
    record Exists(UUID holdId) implements HoldRefusal {}

    /** Before the sale. */
    record NotOpen(Instant opensAt) implements HoldRefusal {}

    /** No seats of this event. */
    record Unknown(Collection<UUID> seats) implements HoldRefusal {}

    /** The answer the contract has for it. */
    default ProblemException problem() {
        return switch (this) {
            case SeatTaken(var taken, var alternatives) ->
                new ProblemException(HttpStatus.CONFLICT, "seat-taken", "Some of these seats are gone.")
                        .with("taken", taken)
                        .with("alternatives", alternatives);
            case OverLimit(int limit, int used) ->
                new ProblemException(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "ticket-limit",
                                "You may have at most " + limit + " tickets.")
                        .with("limit", limit)
                        .with("used", used);
            case Exists(var holdId) ->
                new ProblemException(HttpStatus.CONFLICT, "hold-exists", "You hold seats already; release them first.")
                        .with("hold_id", holdId);
            case NotOpen(var opensAt) ->
                new ProblemException(HttpStatus.CONFLICT, "sale-not-open", "The sale has not opened yet.")
                        .with("opens_at", opensAt);
            case Unknown(var seats) ->
                new ProblemException(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "unknown-seat",
                                "Some of these are no seats of this event.")
                        .with("unknown", seats);
        };
    }
}
