package io.boxoffice.event.show;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.boxoffice.common.messaging.Outbox;
import io.boxoffice.event.venue.Venues;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What we tell on {@code boxoffice.catalog}, in the transaction of the change. */
@Component
class CatalogMessages {
    private static final String TOPIC = "boxoffice.catalog";

    private final Events events;
    private final Venues venues;
    private final Outbox outbox;
    private final ApplicationEventPublisher changes;
    private final InstantSource clock;

    record SalePhaseChanged(UUID eventId, Instant occurredAt, long aggregateVersion, EventStatus status) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EventCancelled(
            UUID eventId,
            Instant occurredAt,
            long aggregateVersion,
            @Nullable String reason) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EventPostponed(
            UUID eventId,
            Instant occurredAt,
            long aggregateVersion,
            @Nullable Instant date) {}

    CatalogMessages(
            Events events, Venues venues, Outbox outbox, ApplicationEventPublisher changes, InstantSource clock) {
        this.events = events;
        this.venues = venues;
        this.outbox = outbox;
        this.changes = changes;
        this.clock = clock;
    }

    /** The whole of what the others need; empty for a draft. */
    Optional<EventData> data(UUID eventId) {
        return events.find(eventId).flatMap(event -> switch (event.progress()) {
            case Progress.Draft() -> Optional.empty();
            case Progress.Published published ->
                Optional.of(EventData.of(
                        event, published, venues.find(event.terms().venueId()).orElseThrow(), clock.instant()));
        });
    }

    void published(UUID eventId) {
        tell(eventId, "EventPublished", data(eventId).orElseThrow());
    }

    void updated(UUID eventId) {
        tell(eventId, "EventUpdated", data(eventId).orElseThrow());
    }

    void cancelled(UUID eventId, long version, Instant at, @Nullable String reason) {
        tell(eventId, "EventCancelled", new EventCancelled(eventId, at, version, reason));
    }

    void postponed(UUID eventId, long version, Instant at, @Nullable Instant date) {
        tell(eventId, "EventPostponed", new EventPostponed(eventId, at, version, date));
    }

    void phase(EventMoves.Phase phase, Instant at) {
        tell(
                phase.eventId(),
                "SalePhaseChanged",
                new SalePhaseChanged(phase.eventId(), at, phase.aggregateVersion(), phase.status()));
    }

    private void tell(UUID eventId, String name, Object data) {
        outbox.append(TOPIC, eventId, name, eventId, data);
        changes.publishEvent(new EventChanged(eventId));
    }
}
