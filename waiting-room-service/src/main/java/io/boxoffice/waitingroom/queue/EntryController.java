package io.boxoffice.waitingroom.queue;

import io.boxoffice.common.security.Caller;
import io.boxoffice.common.security.DeviceHash;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A fan's own entry. */
@RestController
@RequestMapping("/api/v1/events/{event_id}/queue/entries")
class EntryController {
    private static final String TOKEN = "X-Queue-Token";
    private static final String SECRET = "X-Queue-Secret";
    private static final String CLEARANCE = "X-Clearance";

    private final Joining joining;
    private final Polls polls;

    EntryController(Joining joining, Polls polls) {
        this.joining = joining;
        this.polls = polls;
    }

    @PostMapping
    ResponseEntity<EntryAnswer> join(
            @PathVariable("event_id") UUID eventId,
            @RequestHeader(name = CLEARANCE, required = false) @Nullable String clearance,
            @Valid @RequestBody JoinRequest request,
            Caller caller,
            HttpServletResponse response) {
        // told by the gateway to fraud-service, which counts accounts on one device; whatever the answer is
        response.setHeader(Joining.DEVICE_HASH, DeviceHash.of(request.deviceId()));
        var joined = joining.join(eventId, caller, request, clearance);
        return ResponseEntity.status(joined.first() ? HttpStatus.CREATED : HttpStatus.OK)
                .cacheControl(CacheControl.noStore())
                .body(joined.entry());
    }

    @GetMapping("/me")
    ResponseEntity<EntryAnswer> poll(
            @PathVariable("event_id") UUID eventId,
            @RequestHeader(name = TOKEN, required = false) @Nullable String token,
            @RequestHeader(name = SECRET, required = false) @Nullable String secret,
            @RequestHeader(name = CLEARANCE, required = false) @Nullable String clearance) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(polls.poll(eventId, token, secret, clearance));
    }

    @DeleteMapping("/me")
    ResponseEntity<Void> leave(
            @PathVariable("event_id") UUID eventId,
            @RequestHeader(name = TOKEN, required = false) @Nullable String token,
            @RequestHeader(name = SECRET, required = false) @Nullable String secret) {
        polls.leave(eventId, token, secret);
        return ResponseEntity.noContent().build();
    }
}
