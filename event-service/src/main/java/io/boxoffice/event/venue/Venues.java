package io.boxoffice.event.venue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The venues we know. */
@Repository
public class Venues {
    private static final int MOST_REMEMBERED = 1_000;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    /** A venue never changes, so that what is known of one stays true. */
    private final Cache<UUID, VenueSummary> summaries =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    Venues(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The venue with this id. */
    public Optional<Venue> find(UUID venueId) {
        return jdbc.sql("SELECT * FROM venues WHERE venue_id = ?")
                .param(venueId)
                .query(this::venue)
                .optional();
    }

    /** What there is to say about this venue in short. */
    public Optional<VenueSummary> summary(UUID venueId) {
        var known = summaries.getIfPresent(venueId);
        if (known != null) {
            return Optional.of(known);
        }
        var found = find(venueId).map(VenueSummary::of);
        found.ifPresent(summary -> summaries.put(venueId, summary));
        return found;
    }

    void add(Venue venue, UUID organizer) {
        jdbc.sql("INSERT INTO venues (venue_id, organizer_id, name, address, time_zone, capacity, sections)"
                        + " VALUES (?, ?, ?, ?::jsonb, ?, ?, ?::jsonb)")
                .param(venue.venueId())
                .param(organizer)
                .param(venue.name())
                .param(venue.address() == null ? null : json.writeValueAsString(venue.address()))
                .param(venue.timeZone())
                .param(venue.capacity())
                .param(json.writeValueAsString(venue.sections()))
                .update();
    }

    /** Newest first: ids are made in the order of time. */
    List<Venue> before(@Nullable UUID venueId, int most) {
        return jdbc.sql("SELECT * FROM venues WHERE ?::uuid IS NULL OR venue_id < ? ORDER BY venue_id DESC LIMIT ?")
                .param(venueId)
                .param(venueId)
                .param(most)
                .query(this::venue)
                .list();
    }

    private Venue venue(ResultSet row, int number) throws SQLException {
        var address = row.getString("address");
        return new Venue(
                row.getObject("venue_id", UUID.class),
                row.getString("name"),
                address == null ? null : json.readValue(address, Address.class),
                row.getString("time_zone"),
                row.getInt("capacity"),
                List.of(json.readValue(row.getString("sections"), Section[].class)));
    }
}
