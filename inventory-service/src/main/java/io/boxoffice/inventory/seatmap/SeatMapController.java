package io.boxoffice.inventory.seatmap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
class SeatMapController {
    private static final CacheControl A_DAY =
            CacheControl.maxAge(Duration.ofDays(1)).cachePublic();

    /** The bytes, made once for a layout: a stadium's map is megabytes. */
    private record Written(Layout of, byte[] body, String etag) {}

    private final Layouts layouts;
    private final JsonMapper json;
    private final Cache<UUID, Written> maps = Caffeine.newBuilder().softValues().build();

    SeatMapController(Layouts layouts, JsonMapper json) {
        this.layouts = layouts;
        this.json = json;
    }

    @GetMapping(path = "/api/v1/events/{eventId}/seat-map", produces = MediaType.APPLICATION_JSON_VALUE)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SeatMap.class)))
    ResponseEntity<byte[]> seatMap(@PathVariable UUID eventId) {
        var map = written(layouts.of(eventId));
        return ResponseEntity.ok()
                .cacheControl(A_DAY)
                .eTag(map.etag())
                .contentType(MediaType.APPLICATION_JSON)
                .body(map.body());
    }

    private Written written(Layout layout) {
        var written = maps.getIfPresent(layout.eventId());
        return written != null && written.of() == layout
                ? written
                : maps.asMap()
                        .compute(layout.eventId(), (_, now) -> now != null && now.of() == layout ? now : write(layout));
    }

    private Written write(Layout layout) {
        try {
            var body = json.writeValueAsBytes(published(layout));
            var hash = MessageDigest.getInstance("SHA-256").digest(body);
            return new Written(layout, body, '"' + HexFormat.of().formatHex(hash, 0, 16) + '"');
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SeatMap published(Layout layout) {
        return new SeatMap(
                layout.eventId(),
                layout.version(),
                layout.sections().stream()
                        .map(section -> new SeatMap.Section(
                                section.section(),
                                section.kind(),
                                section.price(),
                                section.gate(),
                                section.isGeneralAdmission() ? null : rows(section),
                                section.capacity()))
                        .toList());
    }

    private static List<SeatMap.Row> rows(Layout.Section section) {
        var rows = new ArrayList<SeatMap.Row>();
        var seats = section.seats();
        for (int from = 0; from < seats.size(); ) {
            int to = from;
            while (to < seats.size()
                    && seats.get(to).row().equals(seats.get(from).row())) {
                to++;
            }
            rows.add(new SeatMap.Row(
                    seats.get(from).row(),
                    seats.subList(from, to).stream()
                            .map(SeatMapController::seat)
                            .toList()));
            from = to;
        }
        return rows;
    }

    private static SeatMap.Seat seat(Layout.Place seat) {
        var flags = Arrays.stream(SeatMap.Flag.values())
                .filter(flag -> (seat.flags() & 1 << flag.ordinal()) != 0)
                .toList();
        return new SeatMap.Seat(seat.seatId(), seat.seatNumber(), seat.x(), seat.y(), flags);
    }
}
