package io.boxoffice.inventory.hold;

import io.boxoffice.common.web.ProblemException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Why a hold was not placed. All of them are everyday in an on-sale. */
sealed interface HoldRefusal {

    /** Somebody else has them; these could be had instead. */
    record SeatTaken(Collection<UUID> taken, List<List<HeldSeat>> alternatives) implements HoldRefusal {}

    /** The fan has, or would have, more than the event allows. */
    record OverLimit(int limit, int used) implements HoldRefusal {}

    /** The fan, or the session, has a live hold at this event. */
    record Exists(UUID holdId) implements HoldRefusal {}

    /** Before the sale, or while it rests; then nobody knows yet when it opens. */
    record NotOpen(@Nullable Instant opensAt) implements HoldRefusal {}

    /** The event will not take place. */
    record Cancelled() implements HoldRefusal {}

    /** No free seats that are as wished. */
    record NoSeats() implements HoldRefusal {}

    /** These would be left as single seats, in these sections. */
    record Orphan(Collection<UUID> seats, Set<String> sections) implements HoldRefusal {}

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
            case NotOpen(var opensAt)
            when opensAt == null ->
                new ProblemException(
                        HttpStatus.CONFLICT,
                        "sale-not-open",
                        "The event is postponed; its sale rests for the time being.");
            case NotOpen(var opensAt) ->
                new ProblemException(HttpStatus.CONFLICT, "sale-not-open", "The sale has not opened yet.")
                        .with("opens_at", opensAt);
            case Cancelled() -> new ProblemException(HttpStatus.GONE, "event-cancelled", "The event is cancelled.");
            case NoSeats() ->
                new ProblemException(
                        HttpStatus.CONFLICT,
                        "no-seats",
                        "No free seats are as you wish; ask for fewer, apart, or elsewhere.");
            case Orphan(var seats, var _) ->
                new ProblemException(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "orphan-seat",
                                "This would leave a single seat; take it as well, or seats further on.")
                        .with("seats", seats);
            case Unknown(var seats) ->
                new ProblemException(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "unknown-seat",
                                "Some of these are no seats of this event.")
                        .with("unknown", seats);
        };
    }
}
