package io.boxoffice.event.show;

import static io.boxoffice.event.show.Events.utc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Steps in the life of an event. Each is guarded by where the event stands, and says whether it was taken. */
@Repository
class EventMoves {
    private final JdbcClient jdbc;
    private final String tellPhases;

    /** A phase that has come. */
    record Phase(UUID eventId, long aggregateVersion, EventStatus status) {}

    EventMoves(JdbcClient jdbc) {
        this.jdbc = jdbc;
        try {
            this.tellPhases = new ClassPathResource("show/tell-phases.sql").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a publication unless one runs or is done. */
    boolean publish(UUID eventId, Instant now) {
        return jdbc.sql("UPDATE events SET published_at = :now, changed_at = :now,"
                                + " aggregate_version = aggregate_version + 1,"
                                + " provisioning = 'RUNNING', provisioning_reason = NULL"
                                + " WHERE event_id = :event_id AND course = 'ON'"
                                + " AND (provisioning IS NULL OR provisioning = 'FAILED')")
                        .param("event_id", eventId)
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    /** Raises the version of what the other services know, if they know it. */
    boolean updated(UUID eventId, Instant now) {
        return jdbc.sql("UPDATE events SET aggregate_version = aggregate_version + 1, changed_at = ?"
                                + " WHERE event_id = ? AND published_at IS NOT NULL AND course <> 'CANCELLED'")
                        .params(utc(now), eventId)
                        .update()
                == 1;
    }

    /** Calls it off for ever. */
    boolean cancel(UUID eventId, @Nullable String reason, Instant now) {
        return jdbc.sql("UPDATE events SET course = 'CANCELLED', status = 'CANCELLED', cancel_reason = ?,"
                                + " aggregate_version = aggregate_version + 1, changed_at = ?"
                                + " WHERE event_id = ? AND published_at IS NOT NULL AND course <> 'CANCELLED'")
                        .param(reason)
                        .param(utc(now))
                        .param(eventId)
                        .update()
                == 1;
    }

    /** Puts it off; without another date only if it was not put off before. Doors open as long before the new date as before the old. */
    boolean postpone(UUID eventId, @Nullable Instant date, Instant now) {
        return jdbc.sql("UPDATE events SET course = 'POSTPONED', status = 'POSTPONED',"
                                + " event_date = coalesce(:date::timestamptz, event_date),"
                                + " doors_open = doors_open + (coalesce(:date::timestamptz, event_date) - event_date),"
                                + " aggregate_version = aggregate_version + 1, changed_at = :now"
                                + " WHERE event_id = :event_id AND provisioning = 'DONE'"
                                + " AND (course = 'ON' OR course = 'POSTPONED' AND :date::timestamptz <> event_date)")
                        .param("event_id", eventId)
                        .param("date", date == null ? null : utc(date))
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    /** The sale of an event that was put off goes on. */
    boolean resume(UUID eventId, Instant now) {
        return jdbc.sql("UPDATE events SET course = 'ON', aggregate_version = aggregate_version + 1, changed_at = :now"
                                + " WHERE event_id = :event_id AND course = 'POSTPONED' AND event_date > :now")
                        .param("event_id", eventId)
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    /** Seats that are there are there, whatever failed before: only DONE is final. */
    boolean provisioned(UUID eventId, int seats) {
        return jdbc.sql("UPDATE events SET provisioning = 'DONE', provisioning_reason = NULL, seats = ?"
                                + " WHERE event_id = ? AND provisioning IN ('RUNNING', 'FAILED')")
                        .params(seats, eventId)
                        .update()
                == 1;
    }

    boolean provisioningFailed(UUID eventId, String reason) {
        return jdbc.sql("UPDATE events SET provisioning = 'FAILED', provisioning_reason = ?"
                                + " WHERE event_id = ? AND provisioning = 'RUNNING'")
                        .params(reason, eventId)
                        .update()
                == 1;
    }

    boolean soldOut(UUID eventId, boolean soldOut, Instant asOf) {
        return jdbc.sql("UPDATE events SET sold_out = ?, sold_out_as_of = ?"
                                + " WHERE event_id = ? AND (sold_out_as_of IS NULL OR sold_out_as_of < ?)")
                        .params(soldOut, utc(asOf), eventId, utc(asOf))
                        .update()
                == 1;
    }

    /** Moves the told phase of some events to the one that is due. */
    List<Phase> tellPhases(Instant now) {
        return jdbc.sql(tellPhases)
                .param("now", utc(now))
                .query((row, number) -> new Phase(
                        row.getObject("event_id", UUID.class),
                        row.getLong("aggregate_version"),
                        EventStatus.valueOf(row.getString("status"))))
                .list();
    }
}
