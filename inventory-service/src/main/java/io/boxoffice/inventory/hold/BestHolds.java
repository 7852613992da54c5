package io.boxoffice.inventory.hold;

import io.boxoffice.common.web.Problems;
import io.boxoffice.inventory.best.BestAvailable;
import io.boxoffice.inventory.best.Wish;
import io.boxoffice.inventory.seatmap.Layout;
import io.boxoffice.inventory.seatmap.Layouts;
import io.boxoffice.inventory.shard.Shard;
import java.util.Optional;
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
    private final SeatPicker picker;
    private final BestAvailable best;

    BestHolds(
            HoldAttempt attempts,
            HoldPlacement placement,
            FreePlaces places,
            Layouts layouts,
            SeatPicker picker,
            BestAvailable best) {
        this.attempts = attempts;
        this.placement = placement;
        this.places = places;
        this.layouts = layouts;
        this.picker = picker;
        this.best = best;
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
        var pick = picker.pick(request, layout, wish, attempt);
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
