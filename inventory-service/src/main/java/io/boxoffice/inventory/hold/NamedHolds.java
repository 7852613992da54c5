package io.boxoffice.inventory.hold;

import io.boxoffice.common.web.ProblemException;
import io.boxoffice.inventory.seatmap.Layouts;
import io.boxoffice.inventory.shard.Shard;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Holds of named seats. When they turn out to be free again although the guarded statement missed them (held and released
 * meanwhile), it tries again, three times at most.
 */
@Component
class NamedHolds {
    private static final int RETRIES = 3;

    private final CombinedHolds combined;
    private final SeatChoices choices;
    private final Layouts layouts;
    private final SeatReads seats;
    private final Alternatives alternatives;

    NamedHolds(
            CombinedHolds combined, SeatChoices choices, Layouts layouts, SeatReads seats, Alternatives alternatives) {
        this.combined = combined;
        this.choices = choices;
        this.layouts = layouts;
        this.seats = seats;
        this.alternatives = alternatives;
    }

    ResponseEntity<Object> place(HoldRequest request, List<UUID> asked) {
        var choice = choices.named(layouts.of(request.event()), asked);
        for (int attempt = 0; ; attempt++) {
            var told = told(request, choice);
            if (told instanceof HoldOutcome.Refused(HoldRefusal.SeatTaken gone)) {
                throw taken(request, asked, gone.taken());
            }
            if (told != null) {
                return told.answer();
            }
            if (attempt == RETRIES) {
                throw taken(request, asked, asked);
            }
            Shard.backOff(attempt);
        }
    }

    /** Where a section is nearly gone, single seats may be left: then it is asked again without that rule. */
    private HoldOutcome.@Nullable Final told(HoldRequest request, SeatChoice.Named choice) {
        var told = combined.place(request, choice).orElse(null);
        if (!(told instanceof HoldOutcome.Refused(HoldRefusal.Orphan orphan))) {
            return told;
        }
        var gone = seats.nearlyGone(request.shard(), request.event(), orphan.sections());
        return gone.isEmpty() ? told : told(request, choice.whereNearlyGone(gone));
    }

    private ProblemException taken(HoldRequest request, List<UUID> asked, Collection<UUID> taken) {
        return alternatives
                .refusal(request.shard(), request.event(), asked, taken)
                .problem();
    }
}
