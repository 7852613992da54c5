package io.boxoffice.event.show;

import io.boxoffice.common.idempotency.IdempotencyKeys;
import io.boxoffice.common.idempotency.IdempotentRequest;
import io.boxoffice.common.security.Caller;
import io.boxoffice.common.web.Problems;
import io.boxoffice.event.form.Faults;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v1/events")
class EventController {
    private static final Logger log = LoggerFactory.getLogger(EventController.class);
    private static final int LONGEST_REASON = 500;

    private final Catalogue catalogue;
    private final Drafting drafting;
    private final Publication publication;
    private final CallingOff callingOff;
    private final Editing editing;
    private final EventPatches patches;
    private final IdempotencyKeys keys;
    private final JsonMapper json;

    /** {@code POST …/cancel} as it comes in. */
    record CancelForm(@Nullable String reason) {}

    /** {@code POST …/postpone} as it comes in. */
    record PostponeForm(@Nullable Instant date) {}

    EventController(
            Catalogue catalogue,
            Drafting drafting,
            Publication publication,
            CallingOff callingOff,
            Editing editing,
            EventPatches patches,
            IdempotencyKeys keys,
            JsonMapper json) {
        this.catalogue = catalogue;
        this.drafting = drafting;
        this.publication = publication;
        this.callingOff = callingOff;
        this.editing = editing;
        this.patches = patches;
        this.keys = keys;
        this.json = json;
    }

    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = EventView.class)))
    @PostMapping
    ResponseEntity<Object> create(
            Caller caller,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody EventForm form,
            HttpServletRequest request) {
        var terms = EventRules.read(form);
        return keys.inTransaction(IdempotentRequest.of(request, caller.sub(), key, form, json), () -> {
            var draft = catalogue.view(drafting.draft(terms, caller.sub()));
            log.atInfo().addKeyValue("event_id", draft.eventId()).log("event drafted");
            return ResponseEntity.created(location(draft.eventId())).body(draft);
        });
    }

    /** Organisers see their changes at once; everybody else what the caches know. */
    @GetMapping("/{event_id}")
    ResponseEntity<EventView> find(
            @PathVariable("event_id") UUID eventId, @Parameter(hidden = true) Optional<Caller> caller) {
        var organizer = caller.filter(reader -> reader.has("ORGANIZER")).map(Caller::sub);
        var view = organizer
                .map(reader -> catalogue.find(eventId, reader))
                .orElseGet(() -> catalogue.find(eventId))
                .orElseThrow(Problems::notFound);
        return ResponseEntity.ok()
                .eTag(EntityTags.weak(json.writeValueAsBytes(view)))
                .cacheControl(CacheControl.noCache())
                .body(view);
    }

    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = EventForm.class)))
    @PatchMapping(
            path = "/{event_id}",
            consumes = {MediaType.APPLICATION_JSON_VALUE, "application/merge-patch+json"})
    EventView patch(
            @PathVariable("event_id") UUID eventId,
            Caller caller,
            @RequestBody ObjectNode patch,
            HttpServletRequest request) {
        patches.check(patch, request);
        return changed(editing.patch(eventId, caller.sub(), patch));
    }

    @PostMapping("/{event_id}/publish")
    ResponseEntity<EventView> publish(@PathVariable("event_id") UUID eventId, Caller caller) {
        var outcome = publication.publish(eventId, caller.sub());
        if (outcome instanceof ChangeOutcome.NotYours) {
            throw Problems.forbidden("Only its organiser publishes an event.");
        }
        return ResponseEntity.accepted().location(location(eventId)).body(changed(outcome));
    }

    @PostMapping("/{event_id}/cancel")
    EventView cancel(
            @PathVariable("event_id") UUID eventId,
            Caller caller,
            @RequestBody(required = false) @Nullable CancelForm form) {
        var faults = new Faults();
        var reason = faults.optionalLines("/reason", form == null ? null : form.reason(), LONGEST_REASON);
        faults.raise();
        return changed(callingOff.cancel(eventId, caller.sub(), reason));
    }

    @PostMapping("/{event_id}/postpone")
    EventView postpone(
            @PathVariable("event_id") UUID eventId,
            Caller caller,
            @RequestBody(required = false) @Nullable PostponeForm form) {
        return changed(callingOff.postpone(eventId, caller.sub(), form == null ? null : form.date()));
    }

    private EventView changed(ChangeOutcome outcome) {
        return catalogue.view(ChangeProblems.done(outcome));
    }

    private static URI location(UUID eventId) {
        return URI.create("/api/v1/events/" + eventId);
    }
}
