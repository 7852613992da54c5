package io.boxoffice.waitingroom.event;

import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/** What we ask event-service when a message has not arrived yet. */
interface EventCatalog {

    @GetExchange("/internal/events/{event_id}")
    PublishedEvent event(@PathVariable("event_id") UUID eventId);
}
