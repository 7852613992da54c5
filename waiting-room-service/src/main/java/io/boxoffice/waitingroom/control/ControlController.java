package io.boxoffice.waitingroom.control;

import io.boxoffice.common.security.Caller;
import jakarta.validation.Valid;
import java.util.UUID;
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
    private final KnownEvents events;

    ControlController(QueueControls controls, KnownEvents events) {
        this.controls = controls;
        this.events = events;
    }

    @GetMapping
    ControlView show(@PathVariable("event_id") UUID event) {
        return controls.of(events.known(event));
    }

    @PutMapping
    ControlView set(@PathVariable("event_id") UUID event, @Valid @RequestBody ControlRequest said, Caller by) {
        controls.say(events.known(event), by.sub(), said);
        return controls.of(event);
    }
}
