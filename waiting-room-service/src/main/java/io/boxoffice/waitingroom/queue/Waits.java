package io.boxoffice.waitingroom.queue;

import io.boxoffice.waitingroom.estimate.Outlooks;
import io.boxoffice.waitingroom.estimate.ToldWaits;
import io.boxoffice.waitingroom.estimate.WaitEstimate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells fans how long they wait, and remembers what some were told. */
@Component
class Waits {
    private final Outlooks outlooks;
    private final ToldWaits toldWaits;

    Waits(Outlooks outlooks, ToldWaits toldWaits) {
        this.outlooks = outlooks;
        this.toldWaits = toldWaits;
    }

    /**
     * The wait from a place; null where there is none to tell: in the lobby, at the end, while nobody is let in.
     *
     * @param first whether the fan has just joined
     */
    @Nullable
    WaitEstimate tell(UUID event, Place place, boolean first) {
        var ahead = place.ahead();
        return switch (place.state()) {
            case QUEUED -> ahead == null ? null : behind(event, place.entry(), ahead, first);
            case ADMITTED -> WaitEstimate.OVER;
            case LOBBY, EXPIRED, ABANDONED, LEFT, SUPERSEDED -> null;
        };
    }

    private @Nullable WaitEstimate behind(UUID event, long entry, long ahead, boolean first) {
        var outlook = outlooks.of(event);
        var wait = outlook.behind(ahead).orElse(null);
        if (wait != null) {
            toldWaits.told(event, entry, first, outlook.told(outlook.seen().atMillis(), ahead, wait));
        }
        return wait;
    }
}
