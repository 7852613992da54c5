package io.boxoffice.waitingroom.control;

import io.boxoffice.common.web.ProblemException;
import io.boxoffice.waitingroom.event.Events;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Operators speak of events that are on sale; of others there is nothing to say. */
@Component
class KnownEvents {
    private final Events events;

    KnownEvents(Events events) {
        this.events = events;
    }

    UUID known(UUID event) {
        return events.find(event)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND, "event-not-found", "There is no such event on sale."))
                .eventId();
    }
}
