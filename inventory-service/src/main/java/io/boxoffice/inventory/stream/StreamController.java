package io.boxoffice.inventory.stream;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * What is free as server-sent events: {@code snapshot} at once, as availability tells it, then {@code delta} at each change. The
 * events' ids are versions; who comes back with the last one is told what changed meanwhile.
 */
@RestController
class StreamController {
    private final Streams streams;
    private final int sendBuffer;

    StreamController(Streams streams, StreamProperties properties) {
        this.streams = streams;
        this.sendBuffer = Math.toIntExact(properties.sendBuffer().toBytes());
    }

    @GetMapping("/api/v1/events/{eventId}/availability/stream")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(implementation = Delta.class)))
    void stream(
            @PathVariable UUID eventId,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException, ServletException {
        streams.admit(eventId);
        begin(response);
        if (HttpMethod.HEAD.matches(request.getMethod())) {
            return;
        }
        // the head is out before the connection is no longer HTTP's
        response.flushBuffer();
        request.upgrade(ViewerSocket.class).prepare(sendBuffer, ear -> streams.join(eventId, ear, version(last)));
    }

    private static void begin(HttpServletResponse response) {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // the stream ends with the connection, and is not cut into chunks
        response.setHeader(HttpHeaders.CONNECTION, "close");
        // a proxy that collects what it forwards would keep it
        response.setHeader("X-Accel-Buffering", "no");
    }

    /** An id that we never told is none. */
    private static long version(@Nullable String lastEventId) {
        return lastEventId != null && lastEventId.matches("\\d{1,18}") ? Long.parseLong(lastEventId) : Viewer.NOTHING;
    }
}
