package io.boxoffice.waitingroom.queue;

import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The public view of a line; an edge may keep it for a second. */
@RestController
class StatusController {
    private static final String FOR_ALL = "public, max-age=1";

    private final StatusBoard board;

    StatusController(StatusBoard board) {
        this.board = board;
    }

    @GetMapping("/api/v1/events/{event_id}/queue")
    ResponseEntity<QueueStatus> status(@PathVariable("event_id") UUID eventId) {
        var status = board.of(eventId).orElseThrow(QueueProblems::eventNotFound);
        return ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, FOR_ALL).body(status);
    }
}
