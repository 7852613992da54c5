package io.boxoffice.notification.event;

import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/** Event-service, for an event whose message has not come yet. */
interface EventCalls {

    @GetExchange("/internal/events/{event_id}")
    PublishedEvent published(@PathVariable("event_id") UUID eventId);
}
