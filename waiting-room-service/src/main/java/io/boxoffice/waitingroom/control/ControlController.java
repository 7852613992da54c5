package io.boxoffice.waitingroom.control;

import io.boxoffice.common.security.Caller;
import io.boxoffice.common.web.ProblemException;
import io.boxoffice.waitingroom.event.Events;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The operators' hand on a line. */
@RestController
@RequestMapping("/api/v1/ops/events/{event_id}/queue")
class ControlController {
    private final QueueControls controls;
    private final Events events;

    ControlController(QueueControls controls, Events events) {
        this.controls = controls;
        this.events = events;
    }

    @GetMapping
    QueueControl show(@PathVariable("event_id") UUID event) {
        return controls.of(known(event));
    }

    @PutMapping
    QueueControl set(@PathVariable("event_id") UUID event, @Valid @RequestBody ControlRequest said, Caller by) {
        return controls.say(known(event), by.sub(), said);
    }

    private UUID known(UUID event) {
        return events.find(event)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND, "event-not-found", "There is no such event on sale."))
                .eventId();
    }
}
