package io.boxoffice.waitingroom.queue;

import io.boxoffice.common.security.Caller;
import io.boxoffice.common.security.DeviceHash;
import io.boxoffice.waitingroom.event.EventOnSale;
import io.boxoffice.waitingroom.event.Events;
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
    private static final String DEVICE_HASH = "X-Device-Hash";

    private final Events events;
    private final Line line;
    private final Polls polls;
    private final Door door;

    EntryController(Events events, Line line, Polls polls, Door door) {
        this.door = door;
        this.events = events;
        this.line = line;
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
        response.setHeader(DEVICE_HASH, DeviceHash.of(request.deviceId()));
        EventOnSale event = events.find(eventId).orElseThrow(QueueProblems::eventNotFound);
        var cleared = door.check(event, caller, request.deviceId(), clearance);
        return switch (line.join(event, caller.sub(), request, cleared)) {
            case JoinOutcome.Joined(var entry, var first) ->
                ResponseEntity.status(first ? HttpStatus.CREATED : HttpStatus.OK)
                        .cacheControl(CacheControl.noStore())
                        .body(entry);
            case JoinOutcome.NotOpen(var opensAt) -> throw QueueProblems.notOpen(opensAt);
            case JoinOutcome.CodeRequired() -> throw QueueProblems.codeRequired();
            case JoinOutcome.CodeInvalid() -> throw QueueProblems.codeInvalid();
            case JoinOutcome.CodeUsed() -> throw QueueProblems.codeUsed();
            case JoinOutcome.Closed(var why) -> throw QueueProblems.closed(why);
        };
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
