package io.boxoffice.event.show;

import io.boxoffice.common.Ids;
import io.boxoffice.common.web.ProblemException;
import io.boxoffice.event.form.Faults;
import io.boxoffice.event.pricing.PriceRules;
import io.boxoffice.event.venue.Venue;
import io.boxoffice.event.venue.VenueSummary;
import io.boxoffice.event.venue.Venues;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Makes drafts. */
@Component
class Drafting {
    private final Events events;
    private final Venues venues;

    Drafting(Events events, Venues venues) {
        this.events = events;
        this.venues = venues;
    }

    /** Makes a draft, unless its terms do not fit the venue. Call it in a transaction. */
    Snapshot draft(EventTerms terms, UUID organizer) {
        var venue = venueFor(terms);
        var event = new Event(Ids.next(), organizer, terms, new Progress.Draft());
        events.add(event, venue);
        return new Snapshot(event, venue);
    }

    /** The venue, if the terms fit it. */
    VenueSummary venueFor(EventTerms terms) {
        Venue venue = venues.find(terms.venueId())
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.UNPROCESSABLE_CONTENT, "unknown-venue", "There is no venue with this venue_id."));
        var faults = new Faults();
        new PriceRules(faults).match(terms.pricingTiers(), venue.sectionNames());
        faults.raise();
        return VenueSummary.of(venue);
    }
}
