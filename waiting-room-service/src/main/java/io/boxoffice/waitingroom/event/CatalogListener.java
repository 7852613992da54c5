package io.boxoffice.waitingroom.event;

import io.boxoffice.common.messaging.MessageReader;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears which events are published. */
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
        reader.read(record)
                .filter(message -> message.name().equals("EventPublished"))
                .map(message -> message.as(PublishedEvent.class).onSale())
                .ifPresent(this::learn);
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
