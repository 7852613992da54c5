package io.boxoffice.inventory.availability;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AvailabilityController {
    private static final CacheControl A_SECOND =
            CacheControl.maxAge(Duration.ofSeconds(1)).cachePublic();

    /** The figures alone, for the catalogue. */
    record Counts(UUID eventId, long version, List<Section> sections) {
        record Section(String section, int available, int reserved, int purchased, int notForSale) {}
    }

    private final Availabilities availabilities;

    AvailabilityController(Availabilities availabilities) {
        this.availabilities = availabilities;
    }

    /** The tag is weak: two snapshots of one version differ in nothing but their time. */
    @GetMapping("/api/v1/events/{eventId}/availability")
    ResponseEntity<Availability> availability(@PathVariable UUID eventId) {
        var snapshot = availabilities.of(eventId);
        return ResponseEntity.ok()
                .cacheControl(A_SECOND)
                .eTag("W/\"" + snapshot.version() + '"')
                .body(snapshot);
    }

    @GetMapping("/internal/events/{eventId}/availability-counts")
    Counts counts(@PathVariable UUID eventId) {
        var snapshot = availabilities.of(eventId);
        return new Counts(
                eventId,
                snapshot.version(),
                snapshot.sections().stream()
                        .map(section -> new Counts.Section(
                                section.section(),
                                section.available(),
                                section.reserved(),
                                section.purchased(),
                                section.notForSale()))
                        .toList());
    }
}
