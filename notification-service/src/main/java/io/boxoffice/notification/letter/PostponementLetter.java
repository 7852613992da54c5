package io.boxoffice.notification.letter;

import io.boxoffice.notification.event.Event;
import io.boxoffice.notification.event.Events;
import io.boxoffice.notification.order.Orders;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** An event takes place another time, and its tickets stay good. */
@Component
class PostponementLetter implements Letter {
    private final OrderCalls calls;
    private final Orders orders;
    private final Events events;
    private final Languages languages;
    private final LetterProperties links;
    private final JsonMapper json;

    PostponementLetter(
            OrderCalls calls,
            Orders orders,
            Events events,
            Languages languages,
            LetterProperties links,
            JsonMapper json) {
        this.calls = calls;
        this.orders = orders;
        this.events = events;
        this.languages = languages;
        this.links = links;
        this.json = json;
    }

    /** What the templates know. */
    record Page(
            EventLines event,
            @Nullable String before,
            @Nullable String after,
            UUID orderId,
            URI ticketsUrl) {}

    @Override
    public Kind kind() {
        return Kind.EVENT_POSTPONED;
    }

    @Override
    public Draft draft(Owed owed) {
        if (!orders.isHeld(owed.order())) {
            return new Draft.Void("order-given-back");
        }
        var postponed = json.readValue(owed.facts(), Facts.Postponement.class);
        return events.find(owed.eventId())
                .map(event -> draft(owed, postponed, event))
                .orElseGet(() -> new Draft.NotYet("event-missing"));
    }

    private Draft draft(Owed owed, Facts.Postponement postponed, Event event) {
        if (event.cancelled()) {
            return new Draft.Void("event-cancelled");
        }
        if (event.postponedVersion() > postponed.version()) {
            return new Draft.Void("postponed-again");
        }
        var contact = calls.contact(owed.order());
        var language = languages.of(contact.locale());
        var page = new Page(
                language.lines(event),
                when(language, postponed.before(), event),
                when(language, postponed.date(), event),
                owed.order(),
                links.tickets());
        return new Draft.Ready(Envelope.of(owed, contact.email(), language.write(kind(), page)));
    }

    private static @Nullable String when(Language language, @Nullable Instant date, Event event) {
        return date == null ? null : language.when(date, event.timeZone());
    }
}
