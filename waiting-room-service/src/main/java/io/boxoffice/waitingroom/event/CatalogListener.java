package io.boxoffice.waitingroom.event;

import io.boxoffice.common.messaging.Incoming;
import io.boxoffice.common.messaging.MessageReader;
import io.boxoffice.waitingroom.event.EventOnSale.Status;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears which events are published, changed, cancelled and postponed. */
@Component
class CatalogListener {
    private static final Logger log = LoggerFactory.getLogger(CatalogListener.class);

    private final MessageReader reader;
    private final Events events;

    CatalogListener(MessageReader reader, Events events) {
        this.reader = reader;
        this.events = events;
    }

    @KafkaListener(id = "catalog", idIsGroup = false, topics = "boxoffice.catalog")
    void hear(ConsumerRecord<String, byte[]> record) {
        reader.read(record).ifPresent(this::take);
    }

    private void take(Incoming message) {
        switch (message.name()) {
            case "EventPublished", "EventUpdated" ->
                learn(message.as(PublishedEvent.class).onSale());
            case "EventCancelled" -> end(message.as(EndedEvent.class), Status.CANCELLED);
            case "EventPostponed" -> end(message.as(EndedEvent.class), Status.POSTPONED);
            default -> {
                // a line follows the clock, not the announcements of phases
            }
        }
    }

    private void end(EndedEvent event, Status status) {
        events.end(event, status);
        log.atInfo()
                .addKeyValue("event_id", event.eventId())
                .addKeyValue("status", status)
                .log("event ended");
    }

    private void learn(EventOnSale event) {
        events.learn(event);
        log.atInfo()
                .addKeyValue("event_id", event.eventId())
                .addKeyValue("mode", event.mode())
                .addKeyValue("opens_at", event.opensAt())
                .log("event known");
    }
}
