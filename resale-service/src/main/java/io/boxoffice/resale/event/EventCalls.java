package io.boxoffice.resale.event;

import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/** What we ask of event-service. */
interface EventCalls {
    @GetExchange("/internal/events/{eventId}")
    PublishedEvent published(@PathVariable("eventId") UUID eventId);
}
