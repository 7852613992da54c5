package io.boxoffice.notification.letter;

import io.boxoffice.notification.event.Events;
import io.boxoffice.notification.order.Orders;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** An event will not take place, and the money comes back by itself. */
@Component
class CancellationLetter implements Letter {
    private final OrderCalls calls;
    private final Orders orders;
    private final Events events;
    private final Languages languages;
    private final LetterProperties links;
    private final JsonMapper json;

    CancellationLetter(
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
    record Page(EventLines event, @Nullable String reason, UUID orderId, URI orderUrl) {}

    @Override
    public Kind kind() {
        return Kind.EVENT_CANCELLED;
    }

    @Override
    public Draft draft(Owed owed) {
        if (!orders.isPaid(owed.order())) {
            return new Draft.Void("order-given-back");
        }
        var event = events.find(owed.eventId());
        if (event.isEmpty()) {
            return new Draft.NotYet("event-missing");
        }
        var contact = calls.contact(owed.order());
        var language = languages.of(contact.locale());
        var page = new Page(
                language.lines(event.get()),
                json.readValue(owed.facts(), Facts.Cancellation.class).reason(),
                owed.order(),
                links.order(owed.order()));
        return new Draft.Ready(Envelope.of(owed, contact.email(), language.write(kind(), page)));
    }
}
