package io.boxoffice.event.show;

import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Publishes events, and lets those go on that were put off: the change and the word about it are one transaction. */
@Component
class Publication {
    private static final Logger log = LoggerFactory.getLogger(Publication.class);

    private final OwnEvents own;
    private final EventMoves moves;
    private final CatalogMessages messages;

    Publication(OwnEvents own, EventMoves moves, CatalogMessages messages) {
        this.own = own;
        this.moves = moves;
        this.messages = messages;
    }

    /** Publishes, or publishes again after seats could not be made, or resumes; otherwise everything stays as it is. */
    ChangeOutcome publish(UUID eventId, UUID organizer) {
        return own.change(eventId, organizer, (event, now) -> switch (event.progress()) {
            case Progress.Draft() -> publish(eventId, now);
            case Progress.Published published ->
                switch (published.course()) {
                    case CANCELLED -> new ChangeOutcome.Cancelled();
                    case POSTPONED -> resume(eventId, now);
                    case ON -> publish(eventId, now);
                };
        });
    }

    private ChangeOutcome publish(UUID eventId, Instant now) {
        if (moves.publish(eventId, now)) {
            messages.published(eventId);
            log.atInfo().addKeyValue("event_id", eventId).log("event published");
        }
        return own.done(eventId);
    }

    private ChangeOutcome resume(UUID eventId, Instant now) {
        if (!moves.resume(eventId, now)) {
            return new ChangeOutcome.NoDateAhead();
        }
        messages.updated(eventId);
        log.atInfo().addKeyValue("event_id", eventId).log("event resumed");
        return own.done(eventId);
    }
}
