package io.boxoffice.inventory.hold;

import io.boxoffice.common.web.Problems;
import io.boxoffice.inventory.availability.Availabilities;
import io.boxoffice.inventory.best.BestAvailable;
import io.boxoffice.inventory.best.Wish;
import io.boxoffice.inventory.seatmap.Layout;
import io.boxoffice.inventory.seatmap.Layouts;
import io.boxoffice.inventory.shard.Shard;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Holds of the best available. Seats are picked in memory, outside any transaction, and held by the guarded statement; when
 * somebody else was faster, others are picked, three more times at most.
 */
@Component
class BestHolds {
    private static final int RETRIES = 3;

    private final HoldAttempt attempts;
    private final HoldPlacement placement;
    private final FreePlaces places;
    private final Layouts layouts;
    private final Availabilities availabilities;
    private final BestAvailable best;
    private final Holds holds;
    private final HoldExpiry expiry;

    BestHolds(
            HoldAttempt attempts,
            HoldPlacement placement,
            FreePlaces places,
            Layouts layouts,
            Availabilities availabilities,
            BestAvailable best,
            Holds holds,
            HoldExpiry expiry) {
        this.attempts = attempts;
        this.placement = placement;
        this.places = places;
        this.layouts = layouts;
        this.availabilities = availabilities;
        this.best = best;
        this.holds = holds;
        this.expiry = expiry;
    }

    ResponseEntity<Object> place(HoldRequest request, Wish wish) {
        var layout = layouts.of(request.event());
        var section = wish.section() == null ? null : section(layout, wish.section());
        for (int attempt = 0; ; attempt++) {
            var answer = section != null && section.isGeneralAdmission()
                    ? attempt(request, places.choice(request.shard(), request.event(), section, wish))
                    : attemptSeats(request, layout, wish, attempt);
            if (answer.isPresent()) {
                return answer.get();
            }
            if (attempt == RETRIES) {
                throw new HoldRefusal.NoSeats().problem();
            }
            best.lost(request.event());
            Shard.backOff(attempt);
        }
    }

    private static Layout.Section section(Layout layout, String name) {
        return layout.section(name)
                .orElseThrow(() -> Problems.invalid("/best_available/section", "There is no such section."));
    }

    /** Even with nothing to hold: a repeat gets its stored answer, and other refusals come first. */
    private Optional<ResponseEntity<Object>> attemptSeats(HoldRequest request, Layout layout, Wish wish, int attempt) {
        var pick = pick(request, layout, wish, attempt);
        try {
            return attempt(request, choice(request, wish, pick.orElse(null)));
        } catch (RuntimeException e) {
            pick.ifPresent(best::dropped);
            throw e;
        }
    }

    private Optional<ResponseEntity<Object>> attempt(HoldRequest request, SeatChoice choice) {
        try {
            return Optional.of(attempts.inTransaction(request, choice));
        } catch (HoldAttempt.Missed _) {
            return Optional.empty();
        } catch (HoldAttempt.Refused refused) {
            if (refused.refusal() instanceof HoldRefusal.SeatTaken) {
                return Optional.empty();
            }
            throw refused.refusal().problem();
        }
    }

    private Optional<BestAvailable.Pick> pick(HoldRequest request, Layout layout, Wish wish, int attempt) {
        var event = request.event();
        var ours = ours(request);
        var known = attempt == 0 ? availabilities.of(event) : availabilities.now(event);
        return best.pick(layout, known, wish, ours, attempt)
                .or(() -> {
                    expiry.expire(request.shard(), event);
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

    private SeatChoice choice(HoldRequest request, Wish wish, BestAvailable.@Nullable Pick pick) {
        return new SeatChoice(wish.quantity(), () -> {
            if (pick == null) {
                throw new HoldAttempt.Refused(new HoldRefusal.NoSeats());
            }
            var seats = placement.read(request.shard(), request.event(), pick.seats());
            boolean stillSo = seats.stream()
                    .allMatch(
                            seat -> seat.available() && wish.affords(seat.seat().price()));
            if (!stillSo) {
                throw new HoldAttempt.Missed();
            }
            return seats;
        });
    }
}
