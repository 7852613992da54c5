package io.boxoffice.inventory.hold;

import io.boxoffice.inventory.seatmap.Layouts;
import io.boxoffice.inventory.shard.Shard;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Holds of named seats. When they turn out to be free again although the guarded statement missed them (held and released
 * meanwhile), it tries again, three times at most.
 */
@Component
class NamedHolds {
    private static final int RETRIES = 3;

    private final HoldAttempt attempts;
    private final NamedSeats named;
    private final Layouts layouts;
    private final Alternatives alternatives;

    NamedHolds(HoldAttempt attempts, NamedSeats named, Layouts layouts, Alternatives alternatives) {
        this.attempts = attempts;
        this.named = named;
        this.layouts = layouts;
        this.alternatives = alternatives;
    }

    ResponseEntity<Object> place(HoldRequest request, List<UUID> seats) {
        var shard = request.shard();
        var event = request.event();
        var layout = layouts.of(event);
        var choice = new SeatChoice(seats.size(), () -> named.choose(shard, layout, seats));
        for (int attempt = 0; ; attempt++) {
            try {
                return attempts.inTransaction(request, choice);
            } catch (HoldAttempt.Missed missed) {
                if (attempt == RETRIES) {
                    throw alternatives.refusal(shard, event, seats, seats).problem();
                }
                Shard.backOff(attempt);
            } catch (HoldAttempt.Refused refused) {
                throw refused.refusal() instanceof HoldRefusal.SeatTaken gone
                        ? alternatives
                                .refusal(shard, event, seats, gone.taken())
                                .problem()
                        : refused.refusal().problem();
            }
        }
    }
}
