package io.boxoffice.event.show;

import io.boxoffice.common.security.Caller;
import io.boxoffice.event.image.Images;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class EventImageController {
    private static final byte[] NOTHING = {};
    private final Editing editing;

    /** Where an image is, and the SHA-256 of its bytes. */
    record Uploaded(String url, String hash) {}

    EventImageController(Editing editing) {
        this.editing = editing;
    }

    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = {
                @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "image/jpeg", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "image/webp", schema = @Schema(type = "string", format = "binary"))
            })
    @PostMapping("/api/v1/events/{event_id}/images")
    ResponseEntity<Uploaded> upload(
            @PathVariable("event_id") UUID eventId,
            Caller caller,
            @RequestBody(required = false) byte @Nullable [] content) {
        var image = Images.read(content == null ? NOTHING : content);
        ChangeProblems.done(editing.addImage(eventId, caller.sub(), image));
        return ResponseEntity.created(URI.create(image.url())).body(new Uploaded(image.url(), image.hash()));
    }
}
