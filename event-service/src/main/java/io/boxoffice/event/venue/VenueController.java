package io.boxoffice.event.venue;

import io.boxoffice.common.Ids;
import io.boxoffice.common.idempotency.IdempotencyKeys;
import io.boxoffice.common.idempotency.IdempotentRequest;
import io.boxoffice.common.security.Caller;
import io.boxoffice.common.web.Page;
import io.boxoffice.common.web.Problems;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/v1/venues")
class VenueController {
    private static final Logger log = LoggerFactory.getLogger(VenueController.class);
    private static final int PAGE = 20;

    private final Venues venues;
    private final IdempotencyKeys keys;
    private final JsonMapper json;

    VenueController(Venues venues, IdempotencyKeys keys, JsonMapper json) {
        this.venues = venues;
        this.keys = keys;
        this.json = json;
    }

    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Venue.class)))
    @PostMapping
    ResponseEntity<Object> create(
            Caller caller,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody VenueForm form,
            HttpServletRequest request) {
        var venue = VenueRules.read(Ids.next(), form);
        return keys.inTransaction(IdempotentRequest.of(request, caller.sub(), key, form, json), () -> {
            venues.add(venue, caller.sub());
            log.atInfo()
                    .addKeyValue("venue_id", venue.venueId())
                    .addKeyValue("capacity", venue.capacity())
                    .log("venue created");
            return ResponseEntity.status(HttpStatus.CREATED).body(venue);
        });
    }

    @GetMapping
    Page<Venue> list(@RequestParam(required = false) @Nullable String cursor) {
        var found = venues.before(cursor == null ? null : venueId(cursor), PAGE + 1);
        return found.size() <= PAGE
                ? new Page<>(found, null)
                : new Page<>(
                        found.subList(0, PAGE), found.get(PAGE - 1).venueId().toString());
    }

    @GetMapping("/{venue_id}")
    Venue find(@PathVariable("venue_id") UUID venueId) {
        return venues.find(venueId).orElseThrow(Problems::notFound);
    }

    private static UUID venueId(String cursor) {
        try {
            return UUID.fromString(cursor);
        } catch (IllegalArgumentException _) {
            throw Problems.invalid("/cursor", "Use next_cursor of the page before.");
        }
    }
}
