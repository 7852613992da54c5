package io.boxoffice.event.show;

import io.boxoffice.common.idempotency.IdempotencyKeys;
import io.boxoffice.common.idempotency.IdempotentRequest;
import io.boxoffice.common.security.Caller;
import io.boxoffice.common.web.ProblemException;
import io.boxoffice.common.web.Problems;
import io.boxoffice.event.form.Faults;
import io.boxoffice.event.presale.IssuedCodes;
import io.boxoffice.event.presale.PresaleBatch;
import io.boxoffice.event.presale.PresaleCodes;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Makes presale codes for organisers. */
@RestController
class PresaleCodeController {
    private static final Logger log = LoggerFactory.getLogger(PresaleCodeController.class);
    private static final int MOST = 100_000;

    private final Events events;
    private final PresaleCodes codes;
    private final IdempotencyKeys keys;
    private final JsonMapper json;

    /** How many codes are wanted. */
    record CodesForm(@Nullable Integer count) {}

    PresaleCodeController(Events events, PresaleCodes codes, IdempotencyKeys keys, JsonMapper json) {
        this.events = events;
        this.codes = codes;
        this.keys = keys;
        this.json = json;
    }

    /** What is stored for a repeat is the batch; its codes are made anew each time they are told. */
    @PostMapping("/api/v1/events/{event_id}/presale-codes")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<IssuedCodes> make(
            @PathVariable("event_id") UUID eventId,
            Caller caller,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody CodesForm form,
            HttpServletRequest request) {
        int count = count(form);
        var answer = keys.inTransaction(
                IdempotentRequest.of(request, caller.sub(), key, form, json),
                () -> ResponseEntity.status(HttpStatus.CREATED).body(issue(eventId, caller.sub(), count)));
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .cacheControl(CacheControl.noStore())
                .body(codes.codes(batch(answer.getBody())));
    }

    private PresaleBatch issue(UUID eventId, UUID organizer, int count) {
        var event = events.find(eventId)
                .filter(found -> found.organizerId().equals(organizer))
                .orElseThrow(Problems::notFound);
        if (event.terms().saleDates().presale() == null) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT, "no-presale", "Say when the presale begins first.");
        }
        var batch = codes.issue(eventId, count)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.CONFLICT, "presale-codes-exhausted", "This event has not as many codes left."));
        log.atInfo()
                .addKeyValue("event_id", eventId)
                .addKeyValue("first_serial", batch.firstSerial())
                .addKeyValue("count", count)
                .log("presale codes made");
        return batch;
    }

    private PresaleBatch batch(@Nullable Object stored) {
        return stored instanceof PresaleBatch fresh
                ? fresh
                : json.readValue(String.valueOf(stored), PresaleBatch.class);
    }

    private static int count(CodesForm form) {
        var faults = new Faults();
        int count = faults.number("/count", faults.required("/count", form.count(), 1), 1, MOST, 1);
        faults.raise();
        return count;
    }
}
