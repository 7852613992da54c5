package io.boxoffice.resale.event;

import io.boxoffice.common.security.InternalCalls;
import io.boxoffice.common.web.Problems;
import io.boxoffice.resale.guard.RemoteGuard;
import io.boxoffice.resale.guard.RemoteGuards;
import io.boxoffice.resale.sql.Sql;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/** The terms of published events: our projection first, event-service when the message has not come yet. */
@Component
public class EventPolicies {
    private static final Logger log = LoggerFactory.getLogger(EventPolicies.class);

    private final JdbcClient jdbc;
    private final EventCalls events;
    private final RemoteGuard guard;

    EventPolicies(JdbcClient jdbc, InternalCalls calls, RemoteGuards guards) {
        this.jdbc = jdbc;
        this.events = calls.client("event", EventCalls.class);
        this.guard = guards.named("event");
    }

    /**
     * The terms of a published event.
     *
     * @throws io.boxoffice.common.web.ProblemException 404 for an unknown event or a draft, 503 while nobody can tell
     */
    public EventPolicy of(UUID eventId) {
        return find(eventId).orElseGet(() -> fetch(eventId));
    }

    private Optional<EventPolicy> find(UUID eventId) {
        return jdbc.sql("SELECT * FROM events WHERE event_id = ?")
                .param(eventId)
                .query((row, _) -> new EventPolicy(
                        eventId,
                        row.getString("currency"),
                        Sql.instant(row, "date"),
                        row.getBoolean("date_open"),
                        row.getInt("ticket_limit"),
                        row.getBigDecimal("per_ticket_percent"),
                        row.getBigDecimal("per_ticket_fixed"),
                        row.getBoolean("resale_enabled"),
                        row.getBigDecimal("max_price_percent"),
                        row.getBoolean("cancelled")))
                .optional();
    }

    private EventPolicy fetch(UUID eventId) {
        PublishedEvent published;
        try {
            published = guard.call(() -> events.published(eventId));
        } catch (HttpClientErrorException.NotFound _) {
            throw Problems.notFound();
        } catch (Exception e) {
            log.atWarn().addKeyValue("event_id", eventId).setCause(e).log("event terms unavailable");
            throw Problems.unavailable("The event's terms cannot be looked up; repeat the request.");
        }
        keep(published);
        return find(eventId).orElseThrow();
    }

    /** Keeps what was published unless a newer version is known. A date that a postponement took away stays away until changed. */
    void keep(PublishedEvent event) {
        var policy = event.policy();
        jdbc.sql("""
                        INSERT INTO events AS known (event_id, aggregate_version, name, currency, date, date_open,
                            ticket_limit, per_ticket_percent, per_ticket_fixed, resale_enabled, max_price_percent,
                            payout_immediate, cancelled)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (event_id) DO UPDATE SET aggregate_version = excluded.aggregate_version,
                            name = excluded.name, currency = excluded.currency, date = excluded.date,
                            date_open = excluded.date_open AND known.date_open AND known.date = excluded.date,
                            ticket_limit = excluded.ticket_limit,
                            per_ticket_percent = excluded.per_ticket_percent,
                            per_ticket_fixed = excluded.per_ticket_fixed, resale_enabled = excluded.resale_enabled,
                            max_price_percent = excluded.max_price_percent,
                            payout_immediate = excluded.payout_immediate,
                            cancelled = known.cancelled OR excluded.cancelled
                        WHERE known.aggregate_version < excluded.aggregate_version
                        """)
                .params(
                        policy.eventId(),
                        event.aggregateVersion(),
                        event.name(),
                        policy.currency(),
                        Sql.at(policy.date()),
                        policy.dateOpen(),
                        policy.ticketLimit(),
                        policy.perTicketPercent(),
                        policy.perTicketFixed(),
                        policy.resaleEnabled(),
                        policy.maxPricePercent(),
                        event.paysAtOnce(),
                        policy.cancelled())
                .update();
    }

    /** Moves the date, or leaves it open. */
    void postpone(PublishedEvent.Postponed event) {
        jdbc.sql("""
                        UPDATE events SET aggregate_version = :version, date = coalesce(CAST(:date AS timestamptz), date),
                            date_open = CAST(:date AS timestamptz) IS NULL
                        WHERE event_id = :event AND aggregate_version < :version
                        """)
                .param("version", event.aggregateVersion())
                .param("date", event.date() == null ? null : Sql.at(event.date()))
                .param("event", event.eventId())
                .update();
    }

    /** Final, whatever else comes. An event we never heard of has no listings; who asks for it later is told by event-service. */
    void cancel(PublishedEvent.Cancelled event) {
        jdbc.sql("UPDATE events SET cancelled = true, aggregate_version = greatest(aggregate_version, ?)"
                        + " WHERE event_id = ?")
                .params(event.aggregateVersion(), event.eventId())
                .update();
    }
}
