package io.boxoffice.event.show;

import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What happens to a published event elsewhere and moves it on here. Each may be told again. */
@Component
public class EventProgress {
    private static final Logger log = LoggerFactory.getLogger(EventProgress.class);
    private static final int LONGEST_REASON = 500;
    private final EventMoves moves;
    private final ApplicationEventPublisher changes;

    EventProgress(EventMoves moves, ApplicationEventPublisher changes) {
        this.moves = moves;
        this.changes = changes;
    }

    /** Its seats are there. */
    public void provisioned(UUID eventId, int seats) {
        if (moves.provisioned(eventId, seats)) {
            changes.publishEvent(new EventChanged(eventId));
            log.atInfo()
                    .addKeyValue("event_id", eventId)
                    .addKeyValue("seats", seats)
                    .log("event provisioned");
        }
    }

    /** Its seats could not be made; publishing again tries again. */
    public void provisioningFailed(UUID eventId, String reason) {
        var told = reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
        if (moves.provisioningFailed(eventId, told)) {
            changes.publishEvent(new EventChanged(eventId));
            log.atWarn()
                    .addKeyValue("event_id", eventId)
                    .addKeyValue("reason", told)
                    .log("provisioning failed");
        }
    }

    /** Nothing is left, or something is again. */
    public void soldOut(UUID eventId, boolean soldOut, Instant asOf) {
        if (moves.soldOut(eventId, soldOut, asOf)) {
            changes.publishEvent(new EventChanged(eventId));
            log.atInfo()
                    .addKeyValue("event_id", eventId)
                    .addKeyValue("sold_out", soldOut)
                    .log("sale state changed");
        }
    }
}
