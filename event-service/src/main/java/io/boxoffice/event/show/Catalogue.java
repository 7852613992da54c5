package io.boxoffice.event.show;

import io.boxoffice.event.availability.LiveAvailability;
import io.boxoffice.event.venue.Venues;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.stereotype.Component;

/** Events as their readers see them. */
@Component
class Catalogue {
    private final Events events;
    private final Venues venues;
    private final Showcase showcase;
    private final LiveAvailability availability;
    private final InstantSource clock;

    Catalogue(Events events, Venues venues, Showcase showcase, LiveAvailability availability, InstantSource clock) {
        this.events = events;
        this.venues = venues;
        this.showcase = showcase;
        this.availability = availability;
        this.clock = clock;
    }

    /** The event, if it is everybody's to see. */
    Optional<EventView> find(UUID eventId) {
        return showcase.find(eventId)
                .filter(found -> found.event().status(clock.instant()) != EventStatus.DRAFT)
                .map(this::view);
    }

    /** The event, if it is this organiser's to see, as it is this moment: a draft is its owner's alone. */
    Optional<EventView> find(UUID eventId, UUID organizer) {
        return events.find(eventId)
                .filter(event -> event.status(clock.instant()) != EventStatus.DRAFT
                        || event.organizerId().equals(organizer))
                .map(this::view);
    }

    EventView view(Event event) {
        return view(new Snapshot(event, venues.summary(event.terms().venueId()).orElseThrow()));
    }

    EventView view(Snapshot snapshot) {
        var event = snapshot.event();
        var now = clock.instant();
        var provisioned = event.progress() instanceof Progress.Published published
                && published.state() == Progress.Provisioning.DONE;
        var figures = provisioned ? availability.of(event.eventId(), event.isOnSale(now)) : LiveAvailability.NONE;
        return EventView.of(snapshot, figures, now);
    }

    /** At once: inventory may have to be asked about each of them. */
    List<EventView> views(List<Snapshot> snapshots) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var views = snapshots.stream()
                    .map(snapshot -> threads.submit(() -> view(snapshot)))
                    .toList();
            return views.stream().map(Catalogue::result).toList();
        }
    }

    private static EventView result(Future<EventView> view) {
        try {
            return view.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
