package io.boxoffice.waitingroom.draw;

import io.boxoffice.waitingroom.event.EventOnSale;
import io.boxoffice.waitingroom.event.Events;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.databind.json.JsonMapper;

/** The draw for everybody. A held one never changes. */
@RestController
@RequestMapping("/api/v1/events/{event_id}/queue/draw")
class DrawController {
    private static final String NDJSON = "application/x-ndjson";
    private static final CacheControl FOR_NOW =
            CacheControl.maxAge(Duration.ofSeconds(1)).cachePublic();
    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(1)).cachePublic();

    private final Events events;
    private final DrawBoard board;
    private final JsonMapper json;

    DrawController(Events events, DrawBoard board, JsonMapper json) {
        this.events = events;
        this.board = board;
        this.json = json;
    }

    @GetMapping
    ResponseEntity<DrawDocument> draw(
            @PathVariable("event_id") UUID eventId,
            @RequestParam(name = "join_index", required = false) @Nullable Long joinIndex) {
        var event = event(eventId);
        var lottery = lottery(event);
        var document = DrawDocument.of(event, lottery);
        var closing = lottery.closing();
        var result = lottery.result();
        if (joinIndex != null && (joinIndex < 0 || closing != null && joinIndex >= closing.participants())) {
            throw DrawProblems.noSuchEntry();
        }
        if (closing == null || result == null) {
            return ResponseEntity.ok().cacheControl(FOR_NOW).body(document);
        }
        return ResponseEntity.ok()
                .cacheControl(FOR_GOOD)
                .eTag(tag(result, joinIndex == null ? "" : "-" + joinIndex))
                .body(joinIndex == null ? document : document.with(board.proof(lottery, closing, result, joinIndex)));
    }

    @GetMapping("/participants")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = NDJSON, schema = @Schema(type = "string")))
    void participants(@PathVariable("event_id") UUID eventId, ServletWebRequest request, HttpServletResponse response)
            throws IOException {
        var event = event(eventId);
        var lottery = lottery(event);
        var closing = lottery.closing();
        var result = lottery.result();
        if (closing == null || result == null) {
            throw DrawProblems.notDrawn();
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, FOR_GOOD.getHeaderValue());
        if (request.checkNotModified(tag(result, "-all"))) {
            return;
        }
        response.setContentType(NDJSON);
        var out = new BufferedOutputStream(response.getOutputStream(), 1 << 16);
        out.write(json.writeValueAsBytes(DrawDocument.of(event, lottery)));
        out.write("\n".getBytes(StandardCharsets.US_ASCII));
        board.write(lottery, closing, result, out);
        out.flush();
    }

    private EventOnSale event(UUID eventId) {
        return events.find(eventId).orElseThrow(DrawProblems::eventNotFound);
    }

    private Lottery lottery(EventOnSale event) {
        return board.of(event).orElseThrow(DrawProblems::noLobby);
    }

    private static String tag(Lottery.Result result, String suffix) {
        return '"' + HexFormat.of().formatHex(result.root(), 0, 16) + suffix + '"';
    }
}
