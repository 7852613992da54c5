package io.boxoffice.inventory.event;

import io.boxoffice.common.messaging.Incoming;
import io.boxoffice.common.messaging.MessageReader;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears the catalogue. */
@Component
class CatalogListener {
    private final MessageReader reader;
    private final Provisioning provisioning;
    private final CatalogChanges changes;

    CatalogListener(MessageReader reader, Provisioning provisioning, CatalogChanges changes) {
        this.reader = reader;
        this.provisioning = provisioning;
        this.changes = changes;
    }

    @KafkaListener(topics = "boxoffice.catalog")
    void hear(ConsumerRecord<String, byte[]> record) {
        reader.read(record).ifPresent(this::hear);
    }

    private void hear(Incoming message) {
        switch (message.name()) {
            case "EventPublished" -> provisioning.provision(message.id(), message.as(EventPublished.class));
            case "EventUpdated" -> changes.update(message.as(EventUpdated.class));
            case "EventPostponed" -> changes.postpone(message.as(EventPostponed.class));
            case "EventCancelled" -> changes.cancel(message.as(EventCancelled.class));
            default -> {
                // sale phases follow from the dates
            }
        }
    }
}
