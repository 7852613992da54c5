package io.boxoffice.event.provisioning;

import io.boxoffice.common.messaging.IdempotentConsumer;
import io.boxoffice.common.messaging.Incoming;
import io.boxoffice.common.messaging.MessageReader;
import io.boxoffice.event.show.EventProgress;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears {@code boxoffice.seats}. */
@Component
class SeatsListener {
    private static final String CONSUMER = "event";

    private final MessageReader reader;
    private final IdempotentConsumer consumer;
    private final EventProgress progress;

    /** Our own reading of inventory's messages. */
    record SeatsProvisioned(UUID eventId, int seats) {}

    record SeatsProvisioningFailed(UUID eventId, String reason) {}

    record SaleStateChanged(UUID eventId, Instant occurredAt) {}

    SeatsListener(MessageReader reader, IdempotentConsumer consumer, EventProgress progress) {
        this.reader = reader;
        this.consumer = consumer;
        this.progress = progress;
    }

    @KafkaListener(topics = "boxoffice.seats")
    void hear(ConsumerRecord<String, byte[]> record) {
        reader.read(record).ifPresent(this::hear);
    }

    private void hear(Incoming message) {
        switch (message.name()) {
            case "SeatsProvisioned" -> {
                var heard = message.as(SeatsProvisioned.class);
                once(message, () -> progress.provisioned(heard.eventId(), heard.seats()));
            }
            case "SeatsProvisioningFailed" -> {
                var heard = message.as(SeatsProvisioningFailed.class);
                once(message, () -> progress.provisioningFailed(heard.eventId(), heard.reason()));
            }
            case "SaleSoldOut" -> saleState(message, true);
            case "SaleReopened" -> saleState(message, false);
            default -> {
                // holds and sales are told on the same topic and are none of our business
            }
        }
    }

    private void saleState(Incoming message, boolean soldOut) {
        var heard = message.as(SaleStateChanged.class);
        once(message, () -> progress.soldOut(heard.eventId(), soldOut, heard.occurredAt()));
    }

    private void once(Incoming message, Runnable effect) {
        consumer.once(CONSUMER, message.id(), effect);
    }
}
