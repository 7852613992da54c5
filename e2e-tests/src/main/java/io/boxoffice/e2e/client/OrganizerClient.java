package io.boxoffice.e2e.client;

import io.boxoffice.e2e.client.http.Answer;
import io.boxoffice.e2e.client.http.Call;
import io.boxoffice.e2e.client.http.Reply;
import io.boxoffice.e2e.client.model.EventView;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;

/** An organiser at the gateway: venues and events. */
public final class OrganizerClient {

    private final BoxofficeClient person;

    /** The organiser's own calls. */
    public OrganizerClient(BoxofficeClient person) {
        this.person = person;
    }

    /** Makes a venue. */
    public Answer createVenue(Map<String, ?> venue, String key) throws IOException, InterruptedException {
        return person.send(Call.post("venue", "/api/v1/venues", venue).with("Idempotency-Key", key));
    }

    /** Makes an event, a draft at first. */
    public Reply<EventView> createEvent(Map<String, ?> event, String key) throws IOException, InterruptedException {
        Call call = Call.post("event", "/api/v1/events", event).with("Idempotency-Key", key);
        return Reply.of(person.send(call), EventView.class);
    }

    /** Puts it on sale: its seats are made next. */
    public Answer publish(UUID event) throws IOException, InterruptedException {
        return person.send(Call.post("publish", BoxofficeClient.events(event) + "/publish"));
    }

    /** Looks at an event. */
    public Reply<EventView> event(UUID event) throws IOException, InterruptedException {
        return Reply.of(person.send(Call.get("event-look", BoxofficeClient.events(event))), EventView.class);
    }
}
