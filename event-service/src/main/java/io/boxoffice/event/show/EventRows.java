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
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Reads events from their rows. */
final class EventRows implements RowMapper<Event> {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    EventRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Event mapRow(ResultSet row, int number) throws SQLException {
        var eventId = row.getObject("event_id", UUID.class);
        return new Event(eventId, row.getObject("organizer_id", UUID.class), terms(eventId, row), progress(row));
    }

    private EventTerms terms(UUID eventId, ResultSet row) throws SQLException {
        return new EventTerms(
                row.getString("name"),
                row.getObject("venue_id", UUID.class),
                time(row, "event_date"),
                row.getObject("doors_open") == null ? null : time(row, "doors_open"),
                row.getString("category"),
                row.getString("artist"),
                row.getString("description"),
                row.getString("currency"),
                tiers(eventId),
                new SaleDates(null, time(row, "on_sale_date")),
                row.getInt("ticket_limit"),
                json.readValue(row.getString("fees"), Fees.class),
                json.readValue(row.getString("waiting_room"), WaitingRoom.class),
                row.getBoolean("hot"),
                json.readValue(row.getString("resale_policy"), ResalePolicy.class),
                row.getBoolean("transfers"),
                row.getBoolean("paper_tickets"));
    }

    private List<PricingTier> tiers(UUID eventId) {
        return jdbc.sql("SELECT section, price FROM pricing_tiers WHERE event_id = ? ORDER BY position")
                .param(eventId)
                .query((row, number) -> new PricingTier(row.getString("section"), row.getBigDecimal("price")))
                .list();
    }

    private static Progress progress(ResultSet row) throws SQLException {
        var provisioning = row.getString("provisioning");
        return provisioning == null
                ? new Progress.Draft()
                : new Progress.Published(
                        row.getLong("aggregate_version"),
                        time(row, "published_at"),
                        Progress.Provisioning.valueOf(provisioning),
                        row.getInt("seats"),
                        row.getString("provisioning_reason"),
                        row.getBoolean("sold_out"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
