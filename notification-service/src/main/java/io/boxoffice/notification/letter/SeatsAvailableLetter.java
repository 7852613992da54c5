package io.boxoffice.notification.letter;

import io.boxoffice.notification.email.Email;
import io.boxoffice.notification.event.Event;
import io.boxoffice.notification.event.Events;
import io.boxoffice.notification.subscription.Subscriptions;
import java.net.URI;
import java.util.List;
import org.springframework.stereotype.Component;

/** Seats came back: the one letter of an opt-in. */
@Component
class SeatsAvailableLetter implements Letter {
    private final Subscriptions subscriptions;
    private final Events events;
    private final Languages languages;
    private final LetterProperties links;

    SeatsAvailableLetter(Subscriptions subscriptions, Events events, Languages languages, LetterProperties links) {
        this.subscriptions = subscriptions;
        this.events = events;
        this.languages = languages;
        this.links = links;
    }

    /** What the templates know. */
    record Page(EventLines event, URI eventUrl) {}

    @Override
    public Kind kind() {
        return Kind.SEATS_AVAILABLE;
    }

    @Override
    public Draft draft(Owed owed) {
        var address = subscriptions.addressOf(owed.subscription());
        if (address.isEmpty()) {
            return new Draft.Void("withdrawn");
        }
        return events.find(owed.eventId())
                .map(event -> draft(owed, address.get(), event))
                .orElseGet(() -> new Draft.NotYet("event-missing"));
    }

    /** The seats of a cancelled event come back too, and are nobody's to buy. */
    private Draft draft(Owed owed, String address, Event event) {
        if (event.cancelled()) {
            return new Draft.Void("event-cancelled");
        }
        var language = languages.of(null);
        var page = links.event(owed.eventId());
        var words = language.write(kind(), new Page(language.lines(event), page));
        return new Draft.Ready(
                new Email(owed.cause(), address, words.subject(), words.text(), words.html(), List.of(), page));
    }
}
