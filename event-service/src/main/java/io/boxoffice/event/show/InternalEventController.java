package io.boxoffice.event.show;

import io.boxoffice.common.web.Problems;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** For services whose projection has missed an event. */
@Hidden
@RestController
class InternalEventController {
    private final CatalogMessages messages;

    InternalEventController(CatalogMessages messages) {
        this.messages = messages;
    }

    @GetMapping("/internal/events/{event_id}")
    EventData find(@PathVariable("event_id") UUID eventId) {
        return messages.data(eventId).orElseThrow(Problems::notFound);
    }
}
