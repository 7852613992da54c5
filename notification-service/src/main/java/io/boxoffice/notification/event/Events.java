package io.boxoffice.notification.event;

import io.boxoffice.common.security.InternalCalls;
import io.boxoffice.notification.sql.Sql;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.web.client.HttpClientErrorException;

/** Published events: our projection first, event-service when the message has not come yet. */
@Repository
public class Events {
    private static final String KEEP = Sql.of("event/keep");
    private static final String POSTPONE = Sql.of("event/postpone");

    private final JdbcClient jdbc;
    private final EventCalls calls;

    Events(JdbcClient jdbc, InternalCalls calls) {
        this.jdbc = jdbc;
        this.calls = calls.client("event", EventCalls.class);
    }

    /**
     * The event; empty when there is none, or none yet.
     *
     * @throws org.springframework.web.client.RestClientException while nobody can tell
     */
    public Optional<Event> find(UUID eventId) {
        return known(eventId).or(() -> fetch(eventId));
    }

    /** The event as far as it has been heard of. */
    public Optional<Event> known(UUID eventId) {
        return jdbc.sql("SELECT * FROM events WHERE event_id = ?")
                .param(eventId)
                .query((row, _) -> new Event(
                        eventId,
                        row.getString("name"),
                        row.getString("venue_name"),
                        ZoneId.of(row.getString("time_zone")),
                        Sql.instant(row, "date"),
                        row.getBoolean("date_open"),
                        row.getBoolean("cancelled"),
                        row.getLong("postponed_version")))
                .optional();
    }

    private Optional<Event> fetch(UUID eventId) {
        try {
            keep(calls.published(eventId));
        } catch (HttpClientErrorException.NotFound _) {
            return Optional.empty();
        }
        return known(eventId);
    }

    /** Keeps what was published unless something newer is known. */
    public void keep(PublishedEvent event) {
        jdbc.sql(KEEP)
                .param("event_id", event.eventId())
                .param("version", event.aggregateVersion())
                .param("name", event.name())
                .param("venue_name", event.venueName())
                .param("time_zone", event.timeZone().getId())
                .param("date", Sql.at(event.date()))
                .param("postponed", event.isPostponed())
                .param("cancelled", event.isCancelled())
                .update();
    }

    /** Moves the date, or leaves it open. */
    public void postpone(UUID eventId, long version, @Nullable Instant date) {
        jdbc.sql(POSTPONE)
                .param("event_id", eventId)
                .param("version", version)
                .param("date", date == null ? null : Sql.at(date))
                .update();
    }

    /** Final, whatever else comes. */
    public void cancel(UUID eventId, long version) {
        jdbc.sql("UPDATE events SET cancelled = true, aggregate_version = greatest(aggregate_version, ?)"
                        + " WHERE event_id = ?")
                .params(version, eventId)
                .update();
    }
}
