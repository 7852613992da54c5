package io.boxoffice.notification.confirmation;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/** Event-service, for what, when and where. */
interface Shows {

    @GetExchange("/internal/events/{event_id}")
    Show show(@PathVariable("event_id") UUID eventId);

    record Show(String name, String venueName, ZoneId timeZone, Instant date) {}
}
