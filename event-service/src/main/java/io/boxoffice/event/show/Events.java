package io.boxoffice.event.show;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
    private final EventRows rows;

    Events(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
        this.rows = new EventRows(jdbc, json);
    }

    Optional<Event> find(UUID eventId) {
        return jdbc.sql("SELECT * FROM events WHERE event_id = ?")
                .param(eventId)
                .query(rows)
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

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
