package io.boxoffice.inventory.hold;

import io.boxoffice.common.idempotency.IdempotentRequest;
import io.boxoffice.common.security.Caller;
import io.boxoffice.common.web.ProblemException;
import io.boxoffice.common.web.Problems;
import io.boxoffice.inventory.shard.EventTransactions;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/v1/events/{eventId}/holds")
class HoldController {
    private final SeatHolds seatHolds;
    private final Holds holds;
    private final EventTransactions events;
    private final JsonMapper json;

    HoldController(SeatHolds seatHolds, Holds holds, EventTransactions events, JsonMapper json) {
        this.seatHolds = seatHolds;
        this.holds = holds;
        this.events = events;
        this.json = json;
    }

    @PostMapping
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = HoldAnswer.class)))
    ResponseEntity<Object> place(
            @PathVariable UUID eventId,
            @RequestHeader("Idempotency-Key") String key,
            @RequestHeader(name = "X-Access-Token", required = false) @Nullable String accessToken,
            @RequestHeader(name = "X-Device-Id", required = false) @Nullable String deviceId,
            @RequestHeader(name = "X-Clearance", required = false) @Nullable String clearance,
            @RequestBody PlaceHold body,
            Caller caller,
            HttpServletRequest request) {
        var wanted = body.wanted();
        return seatHolds.place(
                eventId,
                new Admission.Presented(caller.sub(), caller.accountCreatedAt(), accessToken, deviceId, clearance),
                wanted,
                body.replaceHoldId(),
                IdempotentRequest.of(request, caller.sub(), key, body, json));
    }

    @GetMapping("/{holdId}")
    HoldAnswer get(@PathVariable UUID eventId, @PathVariable UUID holdId, Caller caller) {
        return events.read(eventId, shard -> holds.find(shard, eventId, holdId))
                .filter(hold -> hold.userId().equals(caller.sub()))
                .map(HoldAnswer::of)
                .orElseThrow(Problems::notFound);
    }

    @DeleteMapping("/{holdId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void release(@PathVariable UUID eventId, @PathVariable UUID holdId, Caller caller) {
        seatHolds.release(eventId, caller.sub(), holdId);
    }

    static ProblemException inCheckout() {
        return new ProblemException(
                HttpStatus.CONFLICT, "hold-in-checkout", "An order has this hold; wait for how it ends.");
    }
}
