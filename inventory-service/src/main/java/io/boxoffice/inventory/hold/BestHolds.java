package io.boxoffice.inventory.hold;

import io.boxoffice.common.web.Problems;
import io.boxoffice.inventory.best.BestAvailable;
import io.boxoffice.inventory.best.Wish;
import io.boxoffice.inventory.seatmap.Layout;
import io.boxoffice.inventory.seatmap.Layouts;
import io.boxoffice.inventory.shard.Shard;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Holds of the best available. Seats are picked in memory, outside any transaction, and held by the guarded statement; when
 * somebody else was faster, others are picked, three more times at most.
 */
@Component
class BestHolds {
    private static final int RETRIES = 3;

    private final CombinedHolds combined;
    private final SeatChoices choices;
    private final Layouts layouts;
    private final SeatPicker picker;
    private final BestAvailable best;

    BestHolds(CombinedHolds combined, SeatChoices choices, Layouts layouts, SeatPicker picker, BestAvailable best) {
        this.combined = combined;
        this.choices = choices;
        this.layouts = layouts;
        this.picker = picker;
        this.best = best;
    }

    ResponseEntity<Object> place(HoldRequest request, Wish wish) {
        var layout = layouts.of(request.event());
        var section = wish.section() == null ? null : section(layout, wish.section());
        for (int attempt = 0; ; attempt++) {
            var told = section != null && section.isGeneralAdmission()
                    ? combined.place(request, places(section, wish))
                    : seats(request, layout, wish, attempt);
            if (told.isPresent()) {
                return told.get().answer();
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

    /** None of its places is for a wheelchair. */
    private static SeatChoice places(Layout.Section section, Wish wish) {
        return wish.accessible() > 0
                ? new SeatChoice.Nothing(wish.quantity())
                : new SeatChoice.Places(section.section(), wish);
    }

    /** Even with nothing to hold: a repeat gets its stored answer, and other refusals come first. */
    private Optional<HoldOutcome.Final> seats(HoldRequest request, Layout layout, Wish wish, int attempt) {
        var pick = picker.pick(request, layout, wish, attempt).orElse(null);
        if (pick == null) {
            return combined.place(request, new SeatChoice.Nothing(wish.quantity()));
        }
        boolean kept = false;
        try {
            var told = combined.place(request, choices.picked(layout, pick.seats(), wish));
            kept = told.isEmpty() || told.get() instanceof HoldOutcome.Held;
            return told;
        } finally {
            if (!kept) {
                best.dropped(pick);
            }
        }
    }
}
