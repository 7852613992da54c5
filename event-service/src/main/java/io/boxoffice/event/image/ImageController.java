package io.boxoffice.event.image;

import io.boxoffice.common.web.Problems;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ImageController {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(1)).cachePublic().immutable();

    private final Images images;

    ImageController(Images images) {
        this.images = images;
    }

    /** Bytes with this hash never change: who has them need not ask again. */
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "image/*", schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/api/v1/images/{hash}")
    ResponseEntity<byte[]> find(@PathVariable String hash) {
        if (!HASH.matcher(hash).matches()) {
            throw Problems.notFound();
        }
        var image = images.find(hash).orElseThrow(Problems::notFound);
        return ResponseEntity.ok()
                .eTag('"' + hash + '"')
                .cacheControl(FOR_EVER)
                .header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.parseMediaType(image.mediaType()))
                .body(image.content());
    }
}
