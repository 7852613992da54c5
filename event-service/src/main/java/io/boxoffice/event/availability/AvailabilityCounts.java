package io.boxoffice.event.availability;

import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/** Inventory, for what is left of an event. */
interface AvailabilityCounts {

    @GetExchange("/internal/events/{event_id}/availability-counts")
    Counts of(@PathVariable("event_id") UUID eventId);

    record Counts(List<SectionCount> sections) {}

    record SectionCount(String section, int available) {}
}
