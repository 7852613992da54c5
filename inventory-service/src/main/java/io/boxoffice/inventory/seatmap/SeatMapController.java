package io.boxoffice.inventory.seatmap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
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

    private static final long MOST_BYTES = 64L << 20;

    private final Layouts layouts;
    private final JsonMapper json;
    private final Cache<UUID, WrittenMap> maps = Caffeine.newBuilder()
            .softValues()
            .maximumWeight(MOST_BYTES)
            .weigher((UUID _, WrittenMap map) -> map.bytes())
            .build();

    SeatMapController(Layouts layouts, JsonMapper json) {
        this.layouts = layouts;
        this.json = json;
    }

    @GetMapping(path = "/api/v1/events/{eventId}/seat-map", produces = MediaType.APPLICATION_JSON_VALUE)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SeatMap.class)))
    ResponseEntity<byte[]> seatMap(@PathVariable UUID eventId, HttpServletRequest request) {
        var map = written(layouts.of(eventId));
        var packed = WrittenMap.mayBePacked(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        var answer = ResponseEntity.ok()
                .cacheControl(A_DAY)
                .varyBy(HttpHeaders.ACCEPT_ENCODING)
                .eTag(map.etag(packed))
                .contentType(MediaType.APPLICATION_JSON);
        return packed
                ? answer.header(HttpHeaders.CONTENT_ENCODING, WrittenMap.PACKED).body(map.packed())
                : answer.body(map.plain());
    }

    private WrittenMap written(Layout layout) {
        var written = maps.getIfPresent(layout.eventId());
        return written != null && written.of() == layout
                ? written
                : maps.asMap()
                        .compute(layout.eventId(), (_, now) -> now != null && now.of() == layout ? now : write(layout));
    }

    private WrittenMap write(Layout layout) {
        return WrittenMap.of(layout, json.writeValueAsBytes(published(layout)));
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
