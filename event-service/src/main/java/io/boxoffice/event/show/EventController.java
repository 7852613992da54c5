package io.boxoffice.event.show;

import io.boxoffice.common.idempotency.IdempotencyKeys;
import io.boxoffice.common.idempotency.IdempotentRequest;
import io.boxoffice.common.security.Caller;
import io.boxoffice.common.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
class EventController {
    private static final Logger log = LoggerFactory.getLogger(EventController.class);

    private final Catalogue catalogue;
    private final Publication publication;
    private final IdempotencyKeys keys;
    private final JsonMapper json;

    EventController(Catalogue catalogue, Publication publication, IdempotencyKeys keys, JsonMapper json) {
        this.catalogue = catalogue;
        this.publication = publication;
        this.keys = keys;
        this.json = json;
    }

    @PostMapping("/api/v1/events")
    ResponseEntity<Object> create(
            Caller caller,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody EventForm form,
            HttpServletRequest request) {
        var terms = EventRules.read(form);
        return keys.inTransaction(IdempotentRequest.of(request, caller.sub(), key, form, json), () -> {
            var draft = catalogue.draft(terms, caller.sub());
            log.atInfo().addKeyValue("event_id", draft.eventId()).log("event drafted");
            return ResponseEntity.created(location(draft.eventId())).body(draft);
        });
    }

    @GetMapping("/api/v1/events/{event_id}")
    EventView find(@PathVariable("event_id") UUID eventId, Optional<Caller> caller) {
        return catalogue.find(eventId, caller.map(Caller::sub).orElse(null)).orElseThrow(Problems::notFound);
    }

    @PostMapping("/api/v1/events/{event_id}/publish")
    ResponseEntity<EventView> publish(@PathVariable("event_id") UUID eventId, Caller caller) {
        return switch (publication.publish(eventId, caller.sub())) {
            case Publication.Outcome.Accepted(var event) ->
                ResponseEntity.accepted().location(location(eventId)).body(catalogue.view(event));
            case Publication.Outcome.NotYours() -> throw Problems.forbidden("Only its organiser publishes an event.");
            case Publication.Outcome.Unknown() -> throw Problems.notFound();
        };
    }

    private static URI location(UUID eventId) {
        return URI.create("/api/v1/events/" + eventId);
    }
}
