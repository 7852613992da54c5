package io.boxoffice.event;

import static io.boxoffice.event.EventApi.EVENTS;
import static io.boxoffice.event.EventApi.eventBody;

import io.boxoffice.event.show.EventProgress;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.boot.test.context.TestComponent;
import tools.jackson.databind.node.ObjectNode;

/** Events that are published and have their seats. */
@TestComponent
public class Shows {
    private final EventApi api;
    private final EventProgress progress;

    Shows(EventApi api, EventProgress progress) {
        this.api = api;
        this.progress = progress;
    }

    public UUID published(String organizer) {
        return published(organizer, api.venue(organizer), _ -> {});
    }

    public UUID published(String organizer, UUID venueId, Consumer<ObjectNode> words) {
        var body = eventBody(venueId);
        words.accept(body);
        var eventId = api.post(EVENTS, organizer, body.toString()).id("event_id");
        api.publish(eventId, organizer);
        progress.provisioned(eventId, 10);
        return eventId;
    }
}
