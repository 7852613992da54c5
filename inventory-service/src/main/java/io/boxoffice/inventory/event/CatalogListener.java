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

    CatalogListener(MessageReader reader, Provisioning provisioning) {
        this.reader = reader;
        this.provisioning = provisioning;
    }

    @KafkaListener(topics = "boxoffice.catalog")
    void hear(ConsumerRecord<String, byte[]> record) {
        reader.read(record).ifPresent(this::hear);
    }

    private void hear(Incoming message) {
        switch (message.name()) {
            case "EventPublished" -> provisioning.provision(message.id(), message.as(EventPublished.class));
            default -> {
                // sale phases follow from the dates; the rest does not concern seats
            }
        }
    }
}
