package io.boxoffice.notification.news;

import io.boxoffice.common.messaging.Incoming;
import io.boxoffice.common.messaging.MessageReader;
import io.boxoffice.notification.event.Event;
import io.boxoffice.notification.event.Events;
import io.boxoffice.notification.event.PublishedEvent;
import io.boxoffice.notification.letter.Facts;
import io.boxoffice.notification.mailing.Mailings;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hears {@code boxoffice.catalog}: versions decide what is known of an event, and each end or delay begins its mailing once. */
@Component
class CatalogListener {
    private final MessageReader reader;
    private final Events events;
    private final Mailings mailings;

    CatalogListener(MessageReader reader, Events events, Mailings mailings) {
        this.reader = reader;
        this.events = events;
        this.mailings = mailings;
    }

    @KafkaListener(topics = "boxoffice.catalog")
    @Transactional
    void hear(ConsumerRecord<String, byte[]> record) {
        reader.read(record).ifPresent(this::take);
    }

    private void take(Incoming message) {
        switch (message.name()) {
            case "EventPublished", "EventUpdated" -> events.keep(message.as(PublishedEvent.class));
            case "EventPostponed" -> postponed(message.as(CatalogNews.EventPostponed.class));
            case "EventCancelled" -> cancelled(message.as(CatalogNews.EventCancelled.class));
            default -> {
                // sale phases are nothing to write about
            }
        }
    }

    private void postponed(CatalogNews.EventPostponed event) {
        var before = events.known(event.eventId())
                .filter(known -> !known.dateOpen())
                .map(Event::date)
                .filter(date -> !date.equals(event.date()))
                .orElse(null);
        mailings.postponed(event.eventId(), new Facts.Postponement(event.aggregateVersion(), event.date(), before));
        events.postpone(event.eventId(), event.aggregateVersion(), event.date());
    }

    private void cancelled(CatalogNews.EventCancelled event) {
        mailings.cancelled(event.eventId(), new Facts.Cancellation(event.reason()));
        events.cancel(event.eventId(), event.aggregateVersion());
    }
}
