package io.boxoffice.waitingroom.presale;

import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/** The keys of presales, which event-service makes. */
interface PresaleCatalog {

    @GetExchange("/internal/events/{event_id}/presale-key")
    PresaleKey key(@PathVariable("event_id") UUID eventId);
}
