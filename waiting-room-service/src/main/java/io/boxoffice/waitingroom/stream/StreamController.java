package io.boxoffice.waitingroom.stream;

import io.boxoffice.waitingroom.event.Events;
import io.boxoffice.waitingroom.queue.EntryAnswer;
import io.boxoffice.waitingroom.queue.EntryProof;
import io.boxoffice.waitingroom.queue.QueueProblems;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * A fan's own entry as server-sent events: {@code entry}, at once, at each change and as a heartbeat. It keeps the place as polling
 * does, and ends with the waiting; the access token is for a poll to fetch.
 */
@RestController
class StreamController {
    private final Events events;
    private final EntryProof proof;
    private final Streams streams;
    private final StreamProperties properties;
    private final JsonMapper json;

    StreamController(Events events, EntryProof proof, Streams streams, StreamProperties properties, JsonMapper json) {
        this.events = events;
        this.proof = proof;
        this.streams = streams;
        this.properties = properties;
        this.json = json;
    }

    @GetMapping("/api/v1/events/{event_id}/queue/entries/me/stream")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(implementation = EntryAnswer.class)))
    void stream(
            @PathVariable("event_id") UUID eventId,
            @RequestHeader(name = "X-Queue-Token", required = false) @Nullable String token,
            @RequestHeader(name = "X-Queue-Secret", required = false) @Nullable String secret,
            @Parameter(hidden = true) HttpServletResponse response) {
        var entry = proof.of(eventId, token, secret);
        var event = events.find(eventId).orElseThrow(QueueProblems::tokenInvalid);
        var stream = streams.open(event, entry);
        try {
            send(stream, response);
        } catch (IOException _) {
            // the fan has gone; the place is kept as long as anybody's who is silent
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            streams.close(stream);
        }
    }

    private void send(OpenStream stream, HttpServletResponse response) throws IOException, InterruptedException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // a proxy that collects what it forwards would keep it
        response.setHeader("X-Accel-Buffering", "no");
        var out = response.getOutputStream();
        var last = stream.shown();
        write(out, last);
        while (!last.isOver()) {
            Optional<EntryAnswer> next = stream.await(properties.heartbeat());
            if (next != null && next.isEmpty()) {
                return;
            }
            last = next == null ? last : next.get();
            write(out, last);
        }
    }

    private void write(OutputStream out, EntryAnswer entry) throws IOException {
        out.write(("event: entry\ndata: " + json.writeValueAsString(entry) + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
