package io.boxoffice.event.show;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets an organiser change their own event, one change after the other. */
@Component
class OwnEvents {
    private final Events events;
    private final InstantSource clock;

    /** A change of an event that is the organiser's, and locked. */
    @FunctionalInterface
    interface Change {
        ChangeOutcome apply(Event event, Instant now);
    }

    OwnEvents(Events events, InstantSource clock) {
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    ChangeOutcome change(UUID eventId, UUID organizer, Change change) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var event = events.lock(eventId).orElse(null);
        if (event == null) {
            return new ChangeOutcome.Unknown();
        }
        if (!event.organizerId().equals(organizer)) {
            return new ChangeOutcome.NotYours(event.status(now) == EventStatus.DRAFT);
        }
        return change.apply(event, now);
    }

    /** The event as the change left it. */
    ChangeOutcome done(UUID eventId) {
        return new ChangeOutcome.Done(events.find(eventId).orElseThrow());
    }
}
