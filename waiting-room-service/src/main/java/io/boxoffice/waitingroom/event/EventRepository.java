package io.boxoffice.waitingroom.event;

import io.boxoffice.waitingroom.event.EventOnSale.PriceTier;
import io.boxoffice.waitingroom.event.EventOnSale.QueueMode;
import io.boxoffice.waitingroom.event.EventOnSale.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class EventRepository {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    EventRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Keeps the newest version, in whatever order they are heard; the same one is kept again, for what hangs on it may not have
     * been done. Answers whether it was.
     */
    boolean save(EventOnSale event) {
        return jdbc.sql("""
                        INSERT INTO events (event_id, aggregate_version, mode, opens_at, presale_at, lobby_opens_at,
                            closes_at, price_tiers, status)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
                        ON CONFLICT (event_id) DO UPDATE SET aggregate_version = excluded.aggregate_version,
                            mode = excluded.mode, opens_at = excluded.opens_at,
                            presale_at = excluded.presale_at, lobby_opens_at = excluded.lobby_opens_at, closes_at = excluded.closes_at,
                            price_tiers = excluded.price_tiers, status = excluded.status
                        WHERE events.aggregate_version <= excluded.aggregate_version""")
                        .param(event.eventId())
                        .param(event.version())
                        .param(event.mode().name())
                        .param(event.opensAt().atOffset(ZoneOffset.UTC))
                        .param(utc(event.presaleAt()))
                        .param(utc(event.lobbyOpensAt()))
                        .param(event.closesAt().atOffset(ZoneOffset.UTC))
                        .param(json.writeValueAsString(event.priceTiers()))
                        .param(event.status().name())
                        .update()
                > 0;
    }

    /**
     * Notes the end of an event we know, unless it is older than what we know; the same one is noted again. Answers the event as it
     * is then. Of an event we do not know, event-service is asked when somebody comes.
     */
    Optional<EventOnSale> end(EndedEvent event, Status status) {
        return jdbc.sql("""
                        UPDATE events SET status = ?, aggregate_version = ? WHERE event_id = ? AND aggregate_version <= ?
                        RETURNING *""")
                .params(status.name(), event.aggregateVersion(), event.eventId(), event.aggregateVersion())
                .query((row, _) -> read(row))
                .optional();
    }

    Optional<EventOnSale> find(UUID eventId) {
        return jdbc.sql("SELECT * FROM events WHERE event_id = ?")
                .param(eventId)
                .query((row, _) -> read(row))
                .optional();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private EventOnSale read(ResultSet row) throws SQLException {
        List<PriceTier> tiers = json.readValue(row.getString("price_tiers"), new TypeReference<>() {});
        var presale = row.getObject("presale_at", OffsetDateTime.class);
        return new EventOnSale(
                row.getObject("event_id", UUID.class),
                row.getLong("aggregate_version"),
                QueueMode.valueOf(row.getString("mode")),
                row.getObject("opens_at", OffsetDateTime.class).toInstant(),
                presale == null ? null : presale.toInstant(),
                row.getObject("lobby_opens_at", OffsetDateTime.class).toInstant(),
                row.getObject("closes_at", OffsetDateTime.class).toInstant(),
                Status.valueOf(row.getString("status")),
                tiers);
    }
}
