package io.boxoffice.event.show;

import io.boxoffice.common.Ids;
import io.boxoffice.common.web.ProblemException;
import io.boxoffice.event.availability.LiveAvailability;
import io.boxoffice.event.form.Faults;
import io.boxoffice.event.pricing.PriceRules;
import io.boxoffice.event.venue.Venue;
import io.boxoffice.event.venue.Venues;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Events as their readers see them, and the making of drafts. */
@Component
class Catalogue {
    private final Events events;
    private final Venues venues;
    private final LiveAvailability availability;
    private final InstantSource clock;

    Catalogue(Events events, Venues venues, LiveAvailability availability, InstantSource clock) {
        this.events = events;
        this.venues = venues;
        this.availability = availability;
        this.clock = clock;
    }

    /** Makes a draft, unless its terms do not fit the venue. Call it in a transaction. */
    EventView draft(EventTerms terms, UUID organizer) {
        var venue = venues.find(terms.venueId()).orElseThrow(Catalogue::unknownVenue);
        var faults = new Faults();
        new PriceRules(faults).match(terms.pricingTiers(), venue.sectionNames());
        faults.raise();
        var event = new Event(Ids.next(), organizer, terms, new Progress.Draft());
        events.add(event);
        return EventView.of(event, venue, LiveAvailability.NONE, clock.instant());
    }

    /** The event, if it is this reader's to see: a draft is its owner's alone. */
    Optional<EventView> find(UUID eventId, @Nullable UUID reader) {
        return events.find(eventId)
                .filter(event -> event.status(clock.instant()) != EventStatus.DRAFT
                        || event.organizerId().equals(reader))
                .map(this::view);
    }

    EventView view(Event event) {
        var provisioned = event.progress() instanceof Progress.Published published
                && published.state() == Progress.Provisioning.DONE;
        var figures = provisioned ? availability.of(event.eventId()) : LiveAvailability.NONE;
        return EventView.of(event, venueOf(event), figures, clock.instant());
    }

    private Venue venueOf(Event event) {
        return venues.find(event.terms().venueId()).orElseThrow();
    }

    private static ProblemException unknownVenue() {
        return new ProblemException(
                HttpStatus.UNPROCESSABLE_CONTENT, "unknown-venue", "There is no venue with this venue_id.");
    }
}
