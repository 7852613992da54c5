package io.boxoffice.event.show;

import io.boxoffice.event.availability.LiveAvailability;
import io.boxoffice.event.cache.Caches;
import io.boxoffice.event.cache.Key;
import io.boxoffice.event.cache.LayeredCache;
import io.boxoffice.event.cache.Sharing;
import io.boxoffice.event.venue.Venues;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import tools.jackson.core.type.TypeReference;

/** What the many see: single events and pages of the catalogue, through the caches. */
@Component
class Showcase {
    private static final int MOST_EVENTS = 10_000;
    private static final int MOST_PAGES = 1_000;
    private static final String PAGES = "pages";

    private final Events events;
    private final Venues venues;
    private final EventSearch search;
    private final Caches caches;
    private final LiveAvailability availability;
    private final InstantSource clock;
    private final LayeredCache<Optional<Snapshot>> details;
    private final LayeredCache<Results> pages;

    /** One page of the catalogue. */
    record Results(List<Snapshot> items, @Nullable String nextCursor) {}

    Showcase(
            Events events,
            Venues venues,
            EventSearch search,
            Caches caches,
            LiveAvailability availability,
            InstantSource clock) {
        this.events = events;
        this.venues = venues;
        this.search = search;
        this.caches = caches;
        this.availability = availability;
        this.clock = clock;
        this.details = caches.cache(MOST_EVENTS, new TypeReference<>() {}, this::sharing);
        this.pages = caches.cache(MOST_PAGES, new TypeReference<>() {}, this::sharing);
    }

    Optional<Snapshot> find(UUID eventId) {
        return details.get(detail(eventId), () -> events.find(eventId).map(this::snapshot));
    }

    /** Free texts and cursors are endless: such pages are nothing to keep in Redis. */
    Results page(EventQuery query) {
        return pages.get(new Key(PAGES, query.toString(), query.isCommon()), () -> load(query));
    }

    /** The page as it is this moment. */
    Results load(EventQuery query) {
        var found = search.find(query, EventQuery.PAGE + 1, clock.instant());
        var items = found.stream().limit(EventQuery.PAGE).map(this::snapshot).toList();
        return new Results(
                items,
                found.size() > EventQuery.PAGE
                        ? Position.of(items.getLast().event()).cursor()
                        : null);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void forget(EventChanged changed) {
        caches.changed(detail(changed.eventId()));
        caches.changed(new Key(PAGES, "all", true));
        availability.changed(changed.eventId());
    }

    private Snapshot snapshot(Event event) {
        return new Snapshot(event, venues.summary(event.terms().venueId()).orElseThrow());
    }

    /** What does not exist is not kept for all: there are too many such ids. */
    private Sharing sharing(Optional<Snapshot> found) {
        return found.map(snapshot -> sharing(List.of(snapshot))).orElse(Sharing.NOT);
    }

    private Sharing sharing(Results results) {
        return sharing(results.items());
    }

    private Sharing sharing(List<Snapshot> shown) {
        var now = clock.instant();
        return shown.stream().anyMatch(snapshot -> snapshot.event().isOnSale(now)) ? Sharing.DURING_SALE : Sharing.LONG;
    }

    private static Key detail(UUID eventId) {
        return Key.of("detail:" + eventId);
    }
}
