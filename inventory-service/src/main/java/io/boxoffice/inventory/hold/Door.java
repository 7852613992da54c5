package io.boxoffice.inventory.hold;

import io.boxoffice.common.idempotency.IdempotencyKeys;
import io.boxoffice.common.web.ProblemException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether a request comes as far as its seats: repeats have their answer, whatever became of fan and sale. */
final class Door {
    private Door() {}

    /** Why it does not, or nothing. */
    static @Nullable HoldOutcome stops(Bid bid, Look.@Nullable Sale sale, Look.Standing standing) {
        if (sale == null || !Objects.equals(sale.epoch(), bid.request().epoch())) {
            return new HoldOutcome.Moved();
        }
        if (standing.stored() != null) {
            return repeated(bid, standing.stored());
        }
        if (sale.cancelled()) {
            return new HoldOutcome.Refused(new HoldRefusal.Cancelled());
        }
        if (bid.admitted().byToken() != sale.tokenNeeded()) {
            return new HoldOutcome.OtherDoor(sale.tokenNeeded());
        }
        return switch (bid.admitted()) {
            case Admitted.TurnedAway(var _, var _, var why) -> new HoldOutcome.NotAllowed(why);
            case Admitted.Fan _ ->
                sale.open() ? null : new HoldOutcome.Refused(new HoldRefusal.NotOpen(sale.opensAt()));
        };
    }

    private static HoldOutcome repeated(Bid bid, IdempotencyKeys.Stored stored) {
        try {
            return new HoldOutcome.Repeated(IdempotencyKeys.replay(bid.request().idempotent(), stored));
        } catch (ProblemException problem) {
            return new HoldOutcome.NotAllowed(problem);
        }
    }
}
