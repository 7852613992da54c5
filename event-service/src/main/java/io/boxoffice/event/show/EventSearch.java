package io.boxoffice.event.show;

import static io.boxoffice.event.show.Events.utc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Finds events in the order of their dates. Only what is asked for is in the statement, so that its index is used. */
@Repository
class EventSearch {
    private final JdbcClient jdbc;
    private final EventRows rows;

    EventSearch(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.rows = new EventRows(json);
    }

    List<Event> find(EventQuery query, int most, Instant now) {
        var where = new Conditions();
        if (query.organizer() != null) {
            where.add("e.organizer_id = :organizer", "organizer", query.organizer());
        } else {
            where.add("e.published_at IS NOT NULL AND (e.provisioning = 'DONE' OR e.course = 'CANCELLED')");
        }
        if (!query.words().isEmpty()) {
            where.add("e.search @@ :words::tsquery", "words", Words.prefixQuery(query.words()));
        }
        where.addIfNamed("e.category_folded = :category", "category", query.category());
        where.addIfNamed("e.artist_folded = :artist", "artist", query.artist());
        where.addIfNamed("e.city_folded = :city", "city", query.city());
        where.addIfNamed("e.venue_id = :venue", "venue", query.venueId());
        where.addIfNamed("e.event_date >= :from", "from", query.from() == null ? null : utc(query.from()));
        where.addIfNamed("e.event_date < :to", "to", query.to() == null ? null : utc(query.to()));
        where.know("now", utc(now));
        if (query.status() != null) {
            where.add(
                    "event_status(e, :now) = :status", "status", query.status().name());
        }
        if (query.isForWhatIsAhead()) {
            where.add("(e.event_date > :now OR e.course = 'POSTPONED')");
        }
        var after = query.after();
        if (after != null) {
            where.add("(e.event_date, e.event_id) > (:date, :event_id)", "date", utc(after.date()));
            where.know("event_id", after.eventId());
        }
        return jdbc.sql(EventRows.SELECT + "WHERE " + where.text() + " ORDER BY e.event_date, e.event_id LIMIT :most")
                .params(where.parameters())
                .param("most", most)
                .query(rows)
                .list();
    }

    private static final class Conditions {
        private final List<String> conditions = new ArrayList<>();
        private final Map<String, Object> parameters = new HashMap<>();

        private void add(String condition) {
            conditions.add(condition);
        }

        private void add(String condition, String name, Object value) {
            conditions.add(condition);
            parameters.put(name, value);
        }

        private void know(String name, Object value) {
            parameters.put(name, value);
        }

        private void addIfNamed(String condition, String name, @Nullable Object value) {
            if (value != null) {
                add(condition, name, value);
            }
        }

        private String text() {
            return String.join(" AND ", conditions);
        }

        private Map<String, Object> parameters() {
            return parameters;
        }
    }
}
