package io.boxoffice.waitingroom.control;

import io.boxoffice.common.web.Page;
import io.boxoffice.common.web.Problems;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who set the pace of a line, when and why. */
@RestController
class AuditController {
    private static final int LONGEST_PAGE = 100;

    private final AuditTrail trail;
    private final KnownEvents events;

    AuditController(AuditTrail trail, KnownEvents events) {
        this.trail = trail;
        this.events = events;
    }

    @GetMapping("/api/v1/ops/events/{event_id}/queue/audit")
    Page<AuditEntry> list(
            @PathVariable("event_id") UUID event,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "limit", defaultValue = "20") int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw Problems.invalid("/limit", "Ask for 1 to " + LONGEST_PAGE + ".");
        }
        var found = trail.of(events.known(event), cursor == null ? Long.MAX_VALUE : number(cursor), limit + 1);
        boolean more = found.size() > limit;
        var page = more ? found.subList(0, limit) : found;
        return new Page<>(page, more ? String.valueOf(page.getLast().number()) : null);
    }

    private static long number(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException _) {
            throw Problems.invalid("/cursor", "Send a next_cursor as it was given.");
        }
    }
}
