package io.boxoffice.event.presale;

import io.boxoffice.common.web.Problems;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** For the waiting room, which lets codes in. */
@Hidden
@RestController
class InternalPresaleController {
    private final PresaleKeys keys;

    InternalPresaleController(PresaleKeys keys) {
        this.keys = keys;
    }

    @GetMapping("/internal/events/{event_id}/presale-key")
    ResponseEntity<PresaleKey> key(@PathVariable("event_id") UUID eventId) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(keys.find(eventId).orElseThrow(Problems::notFound));
    }
}
