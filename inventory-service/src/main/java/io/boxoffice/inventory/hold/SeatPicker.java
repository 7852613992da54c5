package io.boxoffice.inventory.hold;

import io.boxoffice.inventory.availability.Availabilities;
import io.boxoffice.inventory.best.BestAvailable;
import io.boxoffice.inventory.best.Wish;
import io.boxoffice.inventory.seatmap.Layout;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Picks in the picture that everybody sees; finding nothing there, in the one of this moment, lapsed holds ended; finding nothing
 * there either, among the seats that rivals are after.
 */
@Component
class SeatPicker {
    private final BestAvailable best;
    private final Availabilities availabilities;
    private final Holds holds;
    private final HoldExpiry expiry;

    SeatPicker(BestAvailable best, Availabilities availabilities, Holds holds, HoldExpiry expiry) {
        this.best = best;
        this.availabilities = availabilities;
        this.holds = holds;
        this.expiry = expiry;
    }

    Optional<BestAvailable.Pick> pick(HoldRequest request, Layout layout, Wish wish, int attempt) {
        var event = request.event();
        var ours = ours(request);
        var known = attempt == 0 ? availabilities.of(event) : availabilities.now(event);
        return best.pick(layout, known, wish, ours, attempt)
                .or(() -> {
                    expiry.expire(event);
                    return best.pick(layout, availabilities.now(event), wish, ours, attempt);
                })
                .or(() -> best.pickAmongRivals(layout, availabilities.now(event), wish, ours));
    }

    /** Seats that come free in the same transaction. */
    private Set<UUID> ours(HoldRequest request) {
        var replaced = request.replaced();
        return replaced == null
                ? Set.of()
                : holds
                        .find(request.shard(), request.event(), replaced)
                        .filter(hold -> hold.userId().equals(request.presented().user()))
                        .filter(hold -> hold.status() == HoldStatus.ACTIVE)
                        .map(Hold::seats)
                        .orElse(List.of())
                        .stream()
                        .map(HeldSeat::seatId)
                        .collect(Collectors.toSet());
    }
}
