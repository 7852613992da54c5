package io.boxoffice.event.show;

import java.time.Instant;
import java.util.UUID;

/** An event as we keep it. */
record Event(UUID eventId, UUID organizerId, EventTerms terms, Progress progress) {

    /** Where it stands at {@code now}: a pure function of what happened and the clock. */
    EventStatus status(Instant now) {
        return switch (progress) {
            case Progress.Draft() -> EventStatus.DRAFT;
            case Progress.Published published ->
                published.state() == Progress.Provisioning.DONE
                        ? byTheClock(now, published.soldOut())
                        : EventStatus.DRAFT;
        };
    }

    private EventStatus byTheClock(Instant now, boolean soldOut) {
        if (!now.isBefore(terms.date())) {
            return EventStatus.ENDED;
        }
        if (now.isBefore(terms.saleDates().general())) {
            return EventStatus.PUBLISHED;
        }
        return soldOut ? EventStatus.SOLD_OUT : EventStatus.ON_SALE;
    }
}
