package io.boxoffice.event.show;

import java.time.Instant;
import java.util.UUID;

/** An event as we keep it. */
record Event(UUID eventId, UUID organizerId, EventTerms terms, Progress progress) {

    /** Where it stands at {@code now}: a pure function of what happened and the clock. Twin of {@code event_status} in SQL. */
    EventStatus status(Instant now) {
        return switch (progress) {
            case Progress.Draft() -> EventStatus.DRAFT;
            case Progress.Published published ->
                published.course() == Progress.Course.CANCELLED || published.state() == Progress.Provisioning.DONE
                        ? phase(published, now)
                        : EventStatus.DRAFT;
        };
    }

    /** The same for the other services, who hear of an event before its seats are there. */
    EventStatus phase(Progress.Published published, Instant now) {
        return switch (published.course()) {
            case CANCELLED -> EventStatus.CANCELLED;
            case POSTPONED -> EventStatus.POSTPONED;
            case ON -> byTheClock(now, published.soldOut());
        };
    }

    boolean isOnSale(Instant now) {
        var status = status(now);
        return status == EventStatus.PRESALE || status == EventStatus.ON_SALE || status == EventStatus.SOLD_OUT;
    }

    private EventStatus byTheClock(Instant now, boolean soldOut) {
        if (!now.isBefore(terms.date())) {
            return EventStatus.ENDED;
        }
        if (now.isBefore(terms.saleDates().first())) {
            return EventStatus.PUBLISHED;
        }
        if (soldOut) {
            return EventStatus.SOLD_OUT;
        }
        return now.isBefore(terms.saleDates().general()) ? EventStatus.PRESALE : EventStatus.ON_SALE;
    }
}
