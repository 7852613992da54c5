package io.boxoffice.payment.event;

import io.boxoffice.common.security.InternalCalls;
import io.boxoffice.common.web.Problems;
import io.boxoffice.payment.guard.RemoteGuard;
import io.boxoffice.payment.guard.RemoteGuards;
import io.boxoffice.payment.pricing.FeeTerms;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/** The policies of published events: our projection first, event-service when the message has not come yet. */
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
     * The policy of a published event.
     *
     * @throws io.boxoffice.common.web.ProblemException 404 for an unknown event or a draft, 503 while nobody can tell
     */
    public EventPolicy of(UUID eventId) {
        return find(eventId).orElseGet(() -> fetch(eventId));
    }

    private Optional<EventPolicy> find(UUID eventId) {
        return jdbc.sql("SELECT * FROM event_policies WHERE event_id = ?")
                .param(eventId)
                .query((row, _) -> new EventPolicy(
                        eventId,
                        row.getString("currency"),
                        new FeeTerms(
                                row.getBigDecimal("per_ticket_percent"),
                                row.getBigDecimal("per_ticket_fixed"),
                                row.getBigDecimal("per_order"),
                                row.getBigDecimal("tax_percent"),
                                row.getBoolean("tax_included")),
                        row.getBoolean("queue_off")))
                .optional();
    }

    /** What the event is called, if we have heard. */
    public Optional<String> nameOf(UUID eventId) {
        return jdbc.sql("SELECT name FROM event_policies WHERE event_id = ? AND name IS NOT NULL")
                .param(eventId)
                .query(String.class)
                .optional();
    }

    private EventPolicy fetch(UUID eventId) {
        PublishedEvent published;
        try {
            published = guard.call(() -> events.published(eventId));
        } catch (HttpClientErrorException.NotFound _) {
            throw Problems.notFound();
        } catch (Exception e) {
            log.atWarn().addKeyValue("event_id", eventId).setCause(e).log("event policy unavailable");
            throw Problems.unavailable("The event's terms cannot be looked up; repeat the request.");
        }
        keep(published);
        return published.policy();
    }

    /** Keeps what was published unless a newer version is known. */
    void keep(PublishedEvent event) {
        var policy = event.policy();
        jdbc.sql("""
                        INSERT INTO event_policies AS known (event_id, aggregate_version, currency, per_ticket_percent,
                            per_ticket_fixed, per_order, tax_percent, tax_included, queue_off, name)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (event_id) DO UPDATE SET aggregate_version = excluded.aggregate_version,
                            currency = excluded.currency, per_ticket_percent = excluded.per_ticket_percent,
                            per_ticket_fixed = excluded.per_ticket_fixed, per_order = excluded.per_order,
                            tax_percent = excluded.tax_percent, tax_included = excluded.tax_included,
                            queue_off = excluded.queue_off, name = excluded.name
                        WHERE known.aggregate_version < excluded.aggregate_version
                        """)
                .param(policy.eventId())
                .param(event.aggregateVersion())
                .param(policy.currency())
                .param(policy.fees().perTicketPercent())
                .param(policy.fees().perTicketFixed())
                .param(policy.fees().perOrder())
                .param(policy.fees().taxPercent())
                .param(policy.fees().taxIncluded())
                .param(policy.queueOff())
                .param(event.name())
                .update();
    }
}
