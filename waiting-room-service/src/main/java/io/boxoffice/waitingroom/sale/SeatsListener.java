package io.boxoffice.waitingroom.sale;

import io.boxoffice.common.messaging.Incoming;
import io.boxoffice.common.messaging.MessageReader;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears what happens to seats. Each effect is guarded by the script that makes it, so hearing twice is harmless. */
@Component
class SeatsListener {
    private final MessageReader reader;
    private final SaleEffects effects;

    SeatsListener(MessageReader reader, SaleEffects effects) {
        this.reader = reader;
        this.effects = effects;
    }

    @KafkaListener(id = "seats", idIsGroup = false, topics = "boxoffice.seats")
    void hear(ConsumerRecord<String, byte[]> record) {
        reader.read(record).ifPresent(this::take);
    }

    private void take(Incoming message) {
        switch (message.name()) {
            case "SeatsPurchased" -> effects.purchased(message.as(SeatsPurchased.class));
            case "SaleSoldOut" -> effects.soldOut(message.as(SaleState.class));
            case "SaleReopened" -> effects.reopened(message.as(SaleState.class));
            default -> {
                // not about the line
            }
        }
    }
}
