package io.boxoffice.notification.mailing;

import io.boxoffice.notification.delivery.Outbound;
import io.boxoffice.notification.sql.Sql;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes mailings on step by step; a process that dies leaves the mailing where its last step was committed. */
@Component
class MailingSteps {
    private static final String NEXT_ORDERS = Sql.of("mailing/next-orders");
    private static final String NEXT_SUBSCRIBERS = Sql.of("mailing/next-subscribers");

    private final Mailings mailings;
    private final Outbound outbound;
    private final MailingProperties properties;
    private final JdbcClient jdbc;

    MailingSteps(Mailings mailings, Outbound outbound, MailingProperties properties, JdbcClient jdbc) {
        this.mailings = mailings;
        this.outbound = outbound;
        this.properties = properties;
        this.jdbc = jdbc;
    }

    /** One batch: workers send letters to many more slowly than that, and nothing else waits for it. */
    @Scheduled(fixedDelayString = "${notification.mailing.every:1s}")
    @Transactional
    void step() {
        mailings.lockNext().ifPresent(this::step);
    }

    private void step(Mailing mailing) {
        var batch = switch (mailing.kind()) {
            case EVENT_CANCELLED, EVENT_POSTPONED -> nextOrders(mailing);
            case SEATS_AVAILABLE -> nextSubscribers(mailing);
            case ORDER_CONFIRMED, RECEIPT, ORDER_REFUNDED ->
                throw new IllegalStateException(mailing.kind() + " is no mailing");
        };
        if (batch.size() < properties.batch()) {
            mailings.done(mailing);
        }
        if (!batch.isEmpty()) {
            outbound.wakeWhenCommitted();
        }
    }

    private List<UUID> nextOrders(Mailing mailing) {
        var orders = jdbc.sql(NEXT_ORDERS)
                .param("kind", mailing.kind().word())
                .param("cause", cause(mailing))
                .param("event_id", mailing.eventId())
                .param("facts", mailing.facts())
                .param("priority", mailing.kind().priority())
                .param(
                        "reached",
                        mailing.reached() == null ? null : mailing.reached().toString())
                .param("size", properties.batch())
                .query((row, _) -> Sql.uuid(row, "order_id"))
                .list();
        if (!orders.isEmpty()) {
            mailings.reached(mailing, orders.getLast());
        }
        return orders;
    }

    /** {@code event-cancelled:<order>}, but {@code event-postponed:<order>:<version>}: it can be postponed again. */
    private static String cause(Mailing mailing) {
        return mailing.mailingId().replace(mailing.eventId().toString(), "{order_id}");
    }

    private List<UUID> nextSubscribers(Mailing mailing) {
        return jdbc.sql(NEXT_SUBSCRIBERS)
                .param("kind", mailing.kind().word())
                .param("cause", mailing.kind().cause("{subscription_id}"))
                .param("event_id", mailing.eventId())
                .param("began", Sql.at(mailing.began()))
                .param("priority", mailing.kind().priority())
                .param("size", properties.batch())
                .query((row, _) -> Sql.uuid(row, "subscription_id"))
                .list();
    }
}
