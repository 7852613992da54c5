package io.boxoffice.event.show;

import io.boxoffice.event.pricing.Fees;
import io.boxoffice.event.pricing.PricingTier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.databind.json.JsonMapper;

/** Reads events from their rows. */
final class EventRows implements RowMapper<Event> {
    /** To be followed by conditions on {@code e}. */
    static final String SELECT =
            "SELECT e.*, (SELECT json_agg(json_build_object('section', t.section, 'price', t.price)"
                    + " ORDER BY t.position) FROM pricing_tiers t WHERE t.event_id = e.event_id) AS tiers FROM events e ";

    private final JsonMapper json;

    EventRows(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Event mapRow(ResultSet row, int number) throws SQLException {
        return new Event(
                row.getObject("event_id", UUID.class),
                row.getObject("organizer_id", UUID.class),
                terms(row),
                progress(row));
    }

    private EventTerms terms(ResultSet row) throws SQLException {
        return new EventTerms(
                row.getString("name"),
                row.getObject("venue_id", UUID.class),
                time(row, "event_date"),
                row.getObject("doors_open") == null ? null : time(row, "doors_open"),
                row.getString("category"),
                row.getString("artist"),
                row.getString("description"),
                List.of(json.readValue(row.getString("images"), String[].class)),
                row.getString("currency"),
                List.of(json.readValue(row.getString("tiers"), PricingTier[].class)),
                saleDates(row),
                row.getInt("ticket_limit"),
                json.readValue(row.getString("fees"), Fees.class),
                json.readValue(row.getString("waiting_room"), WaitingRoom.class),
                row.getBoolean("hot"),
                json.readValue(row.getString("resale_policy"), ResalePolicy.class),
                row.getBoolean("transfers"),
                row.getBoolean("paper_tickets"));
    }

    private static SaleDates saleDates(ResultSet row) throws SQLException {
        return new SaleDates(
                row.getObject("presale_date") == null ? null : time(row, "presale_date"), time(row, "on_sale_date"));
    }

    private static Progress progress(ResultSet row) throws SQLException {
        var provisioning = row.getString("provisioning");
        return provisioning == null
                ? new Progress.Draft()
                : new Progress.Published(
                        row.getLong("aggregate_version"),
                        time(row, "changed_at"),
                        Progress.Provisioning.valueOf(provisioning),
                        row.getInt("seats"),
                        row.getString("provisioning_reason"),
                        row.getBoolean("sold_out"),
                        Progress.Course.valueOf(row.getString("course")));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
