package io.boxoffice.analytics.event;

import io.boxoffice.common.messaging.Incoming;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who owns which event: a projection of the catalogue in which the higher version wins. */
@Component
public class KnownEvents {
    private final JdbcClient jdbc;

    KnownEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes in what is told of an event; phases, delays and ends are nothing to the figures. */
    public void hear(Incoming message) {
        if (message.name().equals("EventPublished") || message.name().equals("EventUpdated")) {
            keep(message.as(PublishedEvent.class));
        }
    }

    private void keep(PublishedEvent event) {
        jdbc.sql("""
                        INSERT INTO events (event_id, organizer_id, name, currency, version)
                        VALUES (:id, :organizer, :name, :currency, :version)
                        ON CONFLICT (event_id) DO UPDATE SET organizer_id = excluded.organizer_id,
                            name = excluded.name, currency = excluded.currency, version = excluded.version
                        WHERE events.version < excluded.version""")
                .param("id", event.eventId())
                .param("organizer", event.organizerId())
                // PostgreSQL's text has no zero byte
                .param("name", event.name().replace("\0", ""))
                .param("currency", event.currency().replace("\0", ""))
                .param("version", event.aggregateVersion())
                .update();
    }

    public Optional<KnownEvent> find(UUID eventId) {
        return jdbc.sql("SELECT event_id, organizer_id, name, currency FROM events WHERE event_id = ?")
                .param(eventId)
                .query((row, _) -> new KnownEvent(
                        row.getObject("event_id", UUID.class),
                        row.getObject("organizer_id", UUID.class),
                        row.getString("name"),
                        row.getString("currency")))
                .optional();
    }
}
