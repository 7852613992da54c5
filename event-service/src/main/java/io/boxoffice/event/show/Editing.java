package io.boxoffice.event.show;

import io.boxoffice.event.image.Images;
import io.boxoffice.event.image.NewImage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Changes what is said about an event: a draft in everything, later what nobody has relied on. */
@Component
class Editing {
    private static final Logger log = LoggerFactory.getLogger(Editing.class);
    private static final Set<String> LATER = Set.of(
            "name",
            "description",
            "artist",
            "category",
            "images",
            "doors_open",
            "ticket_limit",
            "resale_policy",
            "transfers",
            "paper_tickets",
            "pricing_tiers");
    private static final String SALE_DATES = "sale_dates";

    private final OwnEvents own;
    private final Events events;
    private final EventMoves moves;
    private final Drafting drafting;
    private final EventPatches patches;
    private final Images images;
    private final CatalogMessages messages;
    private final ApplicationEventPublisher changes;

    Editing(
            OwnEvents own,
            Events events,
            EventMoves moves,
            Drafting drafting,
            EventPatches patches,
            Images images,
            CatalogMessages messages,
            ApplicationEventPublisher changes) {
        this.own = own;
        this.events = events;
        this.moves = moves;
        this.drafting = drafting;
        this.patches = patches;
        this.images = images;
        this.messages = messages;
        this.changes = changes;
    }

    /** Applies a merge patch whose fields are known. */
    ChangeOutcome patch(UUID eventId, UUID organizer, ObjectNode patch) {
        return own.change(eventId, organizer, (event, now) -> {
            if (event.status(now) == EventStatus.CANCELLED) {
                return new ChangeOutcome.Cancelled();
            }
            var terms = EventRules.read(patches.merge(event.terms(), patch));
            var venue = drafting.venueFor(terms);
            var changed = patches.changed(event.terms(), terms);
            var refused = refused(event, changed, now);
            if (!refused.isEmpty()) {
                return new ChangeOutcome.NotEditable(refused);
            }
            if (!changed.isEmpty()) {
                events.update(new Event(eventId, organizer, terms, event.progress()), venue);
                changed(eventId, now);
                log.atInfo()
                        .addKeyValue("event_id", eventId)
                        .addKeyValue("fields", changed)
                        .log("event edited");
            }
            return own.done(eventId);
        });
    }

    /** Adds an image that we keep; one that is there already stays where it is. */
    ChangeOutcome addImage(UUID eventId, UUID organizer, NewImage image) {
        return own.change(eventId, organizer, (event, now) -> {
            if (event.status(now) == EventStatus.CANCELLED) {
                return new ChangeOutcome.Cancelled();
            }
            var urls = new ArrayList<>(event.terms().images());
            if (!urls.contains(image.url())) {
                if (urls.size() >= EventRules.MOST_IMAGES) {
                    return new ChangeOutcome.TooManyImages(EventRules.MOST_IMAGES);
                }
                images.add(image);
                urls.add(image.url());
                events.images(eventId, urls);
                changed(eventId, now);
            }
            return own.done(eventId);
        });
    }

    private void changed(UUID eventId, Instant now) {
        if (moves.updated(eventId, now)) {
            messages.updated(eventId);
        } else {
            changes.publishEvent(new EventChanged(eventId));
        }
    }

    private static List<String> refused(Event event, List<String> changed, Instant now) {
        if (event.progress() instanceof Progress.Draft) {
            return List.of();
        }
        boolean saleAhead = now.isBefore(event.terms().firstOpening());
        return changed.stream()
                .filter(field -> !LATER.contains(field) && !(saleAhead && field.equals(SALE_DATES)))
                .toList();
    }
}
