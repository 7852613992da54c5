package io.boxoffice.event.show;

import io.boxoffice.common.messaging.Outbox;
import io.boxoffice.event.venue.Venue;
import io.boxoffice.event.venue.Venues;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Publishes events: the change and the word about it are one transaction. */
@Component
class Publication {
    private static final Logger log = LoggerFactory.getLogger(Publication.class);
    private static final String TOPIC = "boxoffice.catalog";

    private final Events events;
    private final Venues venues;
    private final Outbox outbox;
    private final InstantSource clock;

    Publication(Events events, Venues venues, Outbox outbox, InstantSource clock) {
        this.events = events;
        this.venues = venues;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** How publishing ends. */
    sealed interface Outcome {
        record Accepted(Event event) implements Outcome {}

        record NotYours() implements Outcome {}

        record Unknown() implements Outcome {}
    }

    /** Publishes, or publishes again after seats could not be made; otherwise everything stays as it is. */
    @Transactional
    Outcome publish(UUID eventId, UUID organizer) {
        var event = events.find(eventId).orElse(null);
        if (event == null) {
            return new Outcome.Unknown();
        }
        if (!event.organizerId().equals(organizer)) {
            return new Outcome.NotYours();
        }
        if (events.publish(eventId, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
            var data = published(eventId).orElseThrow();
            outbox.append(TOPIC, eventId, EventPublished.NAME, eventId, data);
            log.atInfo()
                    .addKeyValue("event_id", eventId)
                    .addKeyValue("version", data.aggregateVersion())
                    .log("event published");
        }
        return new Outcome.Accepted(events.find(eventId).orElseThrow());
    }

    /** What was told when it was published; empty for a draft. */
    Optional<EventPublished> published(UUID eventId) {
        return events.find(eventId).flatMap(event -> switch (event.progress()) {
            case Progress.Draft() -> Optional.empty();
            case Progress.Published published -> Optional.of(EventPublished.of(event, published, venueOf(event)));
        });
    }

    private Venue venueOf(Event event) {
        return venues.find(event.terms().venueId()).orElseThrow();
    }
}
