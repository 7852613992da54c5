package io.boxoffice.waitingroom.queue;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The public view of a line; an edge may keep it for a second, and one more while it fetches the next. */
@RestController
class StatusController {
    private final StatusBoard board;

    StatusController(StatusBoard board) {
        this.board = board;
    }

    @GetMapping(path = "/api/v1/events/{event_id}/queue", produces = MediaType.APPLICATION_JSON_VALUE)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = QueueStatus.class)))
    ResponseEntity<byte[]> status(@PathVariable("event_id") UUID eventId) {
        var shown = board.of(eventId).orElseThrow(QueueProblems::eventNotFound);
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, StatusBoard.FOR_ALL)
                .eTag(shown.tag())
                .contentType(MediaType.APPLICATION_JSON)
                .body(shown.json());
    }
}
