package io.boxoffice.event.availability;

import io.boxoffice.event.availability.AvailabilityCounts.SectionCount;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.client.RestClientException;

/** The figures of one event. Readers who find them too old wait for one of them to ask; a refusal is remembered, too. */
final class EventFigures {
    private static final Logger log = LoggerFactory.getLogger(EventFigures.class);
    private static final Duration ASK_AGAIN_AFTER_FAILURE = Duration.ofSeconds(1);

    private final UUID eventId;
    private final AvailabilityCounts inventory;
    private final Duration longest;
    private final InstantSource clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile Known known = new Known(Map.of(), Instant.MIN, false);

    /** What was read, and how: {@code hit}, {@code miss} or {@code stale}. */
    record Reading(Map<String, Integer> bySection, String result) {}

    private record Known(Map<String, Integer> bySection, Instant until, boolean stale) {}

    EventFigures(UUID eventId, AvailabilityCounts inventory, Duration longest, InstantSource clock) {
        this.eventId = eventId;
        this.inventory = inventory;
        this.longest = longest;
        this.clock = clock;
    }

    Reading read() {
        var current = known;
        if (clock.instant().isBefore(current.until())) {
            return reading(current, "hit");
        }
        asking.lock();
        try {
            if (clock.instant().isBefore(known.until())) {
                return reading(known, "hit");
            }
            known = ask();
            return reading(known, "miss");
        } finally {
            asking.unlock();
        }
    }

    private static Reading reading(Known known, String result) {
        return new Reading(known.bySection(), known.stale() ? "stale" : result);
    }

    private Known ask() {
        try {
            var counts = inventory.of(eventId).sections().stream()
                    .collect(Collectors.toUnmodifiableMap(SectionCount::section, SectionCount::available));
            return new Known(counts, clock.instant().plus(longest), false);
        } catch (RestClientException | OAuth2AuthorizationException e) {
            log.atWarn()
                    .addKeyValue("event_id", eventId)
                    .addKeyValue("failure", e.getClass().getSimpleName())
                    .log("inventory does not tell what is left");
            var pause = longest.compareTo(ASK_AGAIN_AFTER_FAILURE) < 0 ? longest : ASK_AGAIN_AFTER_FAILURE;
            return new Known(known.bySection(), clock.instant().plus(pause), true);
        }
    }
}
