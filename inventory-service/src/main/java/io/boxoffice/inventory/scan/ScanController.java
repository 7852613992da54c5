package io.boxoffice.inventory.scan;

import io.boxoffice.common.security.Caller;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ScanController {
    private final Scans scans;

    ScanController(Scans scans) {
        this.scans = scans;
    }

    @PostMapping("/api/v1/events/{eventId}/scans")
    ScanResult scan(@PathVariable UUID eventId, @Valid @RequestBody ScanRequest scan, Caller caller) {
        return scans.scan(eventId, caller.sub(), scan);
    }
}
