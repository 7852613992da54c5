package io.boxoffice.event.show;

import io.boxoffice.event.venue.Address;
import io.boxoffice.event.venue.VenueSummary;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The events we know, and what their organisers say about them. */
@Repository
class Events {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final EventRows rows;

    Events(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
        this.rows = new EventRows(json);
    }

    Optional<Event> find(UUID eventId) {
        return jdbc.sql(EventRows.SELECT + "WHERE e.event_id = ?")
                .param(eventId)
                .query(rows)
                .optional();
    }

    /** The event, which nobody else changes before this transaction ends. Two statements: the second sees all of what the lock waited for. */
    Optional<Event> lock(UUID eventId) {
        jdbc.sql("SELECT 1 FROM events WHERE event_id = ? FOR UPDATE")
                .param(eventId)
                .query(Integer.class)
                .optional();
        return find(eventId);
    }

    void add(Event event, VenueSummary venue) {
        jdbc.sql("INSERT INTO events (event_id, organizer_id, venue_id, name, event_date, doors_open, presale_date,"
                        + " on_sale_date, category, artist, description, images, currency, ticket_limit, hot, transfers, paper_tickets,"
                        + " fees, waiting_room, resale_policy, category_folded, artist_folded, city_folded, words)"
                        + " VALUES (:event_id, :organizer_id, :venue_id, :name, :event_date, :doors_open::timestamptz,"
                        + " :presale_date::timestamptz, :on_sale_date, :category, :artist, :description, :images::jsonb, :currency, :ticket_limit,"
                        + " :hot, :transfers, :paper_tickets, :fees::jsonb, :waiting_room::jsonb,"
                        + " :resale_policy::jsonb, :category_folded, :artist_folded, :city_folded, :words)")
                .params(columns(event, venue))
                .update();
        addTiers(event);
    }

    /** Writes the terms down. Call it with the event locked. */
    void update(Event event, VenueSummary venue) {
        jdbc.sql("UPDATE events SET venue_id = :venue_id, name = :name, event_date = :event_date,"
                        + " doors_open = :doors_open::timestamptz, presale_date = :presale_date::timestamptz,"
                        + " on_sale_date = :on_sale_date, category = :category,"
                        + " artist = :artist, description = :description, images = :images::jsonb,"
                        + " currency = :currency, ticket_limit = :ticket_limit, hot = :hot, transfers = :transfers,"
                        + " paper_tickets = :paper_tickets, fees = :fees::jsonb, waiting_room = :waiting_room::jsonb,"
                        + " resale_policy = :resale_policy::jsonb, category_folded = :category_folded,"
                        + " artist_folded = :artist_folded, city_folded = :city_folded, words = :words"
                        + " WHERE event_id = :event_id")
                .params(columns(event, venue))
                .update();
        jdbc.sql("DELETE FROM pricing_tiers WHERE event_id = ?")
                .param(event.eventId())
                .update();
        addTiers(event);
    }

    private void addTiers(Event event) {
        var tiers = event.terms().pricingTiers();
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

    private Map<String, @Nullable Object> columns(Event event, VenueSummary venue) {
        var terms = event.terms();
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("event_id", event.eventId());
        columns.put("organizer_id", event.organizerId());
        columns.put("venue_id", terms.venueId());
        columns.put("name", terms.name());
        columns.put("event_date", utc(terms.date()));
        columns.put("doors_open", terms.doorsOpen() == null ? null : utc(terms.doorsOpen()));
        var presale = terms.saleDates().presale();
        columns.put("presale_date", presale == null ? null : utc(presale));
        columns.put("on_sale_date", utc(terms.saleDates().general()));
        columns.put("category", terms.category());
        columns.put("artist", terms.artist());
        columns.put("description", terms.description());
        columns.put("images", json.writeValueAsString(terms.images()));
        columns.put("currency", terms.currency());
        columns.put("ticket_limit", terms.ticketLimit());
        columns.put("hot", terms.hot());
        columns.put("transfers", terms.transfers());
        columns.put("paper_tickets", terms.paperTickets());
        columns.put("fees", json.writeValueAsString(terms.fees()));
        columns.put("waiting_room", json.writeValueAsString(terms.waitingRoom()));
        columns.put("resale_policy", json.writeValueAsString(terms.resalePolicy()));
        columns.put("category_folded", Words.fold(terms.category()));
        columns.put("artist_folded", Words.fold(terms.artist()));
        columns.put("city_folded", Words.fold(city(venue)));
        columns.put("words", Words.fold(terms.name(), terms.artist(), terms.description(), venue.name(), city(venue)));
        return columns;
    }

    private static @Nullable String city(VenueSummary venue) {
        Address address = venue.address();
        return address == null ? null : address.city();
    }

    /** Other images, whatever else is said. Call it with the event locked. */
    void images(UUID eventId, List<String> images) {
        jdbc.sql("UPDATE events SET images = ?::jsonb WHERE event_id = ?")
                .params(json.writeValueAsString(images), eventId)
                .update();
    }

    static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
