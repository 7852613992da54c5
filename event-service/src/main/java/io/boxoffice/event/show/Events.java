package io.boxoffice.event.show;

import io.boxoffice.event.pricing.Fees;
import io.boxoffice.event.pricing.PricingTier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The events we know. */
@Repository
class Events {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    Events(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Event> find(UUID eventId) {
        return jdbc.sql("SELECT * FROM events WHERE event_id = ?")
                .param(eventId)
                .query(this::event)
                .optional();
    }

    void add(Event event) {
        var terms = event.terms();
        jdbc.sql("INSERT INTO events (event_id, organizer_id, venue_id, name, event_date, doors_open, on_sale_date,"
                        + " category, artist, description, currency, ticket_limit, hot, transfers, paper_tickets, fees,"
                        + " waiting_room, resale_policy)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb)")
                .param(event.eventId())
                .param(event.organizerId())
                .param(terms.venueId())
                .param(terms.name())
                .param(utc(terms.date()))
                .param(terms.doorsOpen() == null ? null : utc(terms.doorsOpen()))
                .param(utc(terms.saleDates().general()))
                .param(terms.category())
                .param(terms.artist())
                .param(terms.description())
                .param(terms.currency())
                .param(terms.ticketLimit())
                .param(terms.hot())
                .param(terms.transfers())
                .param(terms.paperTickets())
                .param(json.writeValueAsString(terms.fees()))
                .param(json.writeValueAsString(terms.waitingRoom()))
                .param(json.writeValueAsString(terms.resalePolicy()))
                .update();
        var tiers = terms.pricingTiers();
        for (int i = 0; i < tiers.size(); i++) {
            jdbc.sql("INSERT INTO pricing_tiers (event_id, position, section, price) VALUES (?, ?, ?, ?)")
                    .params(
                            event.eventId(),
                            i,
                            tiers.get(i).section(),
                            tiers.get(i).price())
                    .update();
        }
    }

    /** Starts a publication unless one runs or is done; whether it did. */
    boolean publish(UUID eventId, Instant now) {
        return jdbc.sql("UPDATE events SET published_at = ?, aggregate_version = aggregate_version + 1,"
                                + " provisioning = 'RUNNING', provisioning_reason = NULL"
                                + " WHERE event_id = ? AND (provisioning IS NULL OR provisioning = 'FAILED')")
                        .params(utc(now), eventId)
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

    private Event event(ResultSet row, int number) throws SQLException {
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

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
