package io.boxoffice.notification.news;

import io.boxoffice.common.messaging.MessageReader;
import io.boxoffice.notification.mailing.Mailings;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears {@code boxoffice.seats} for seats that came back; the message's id is the episode, so hearing it again begins nothing. */
@Component
class SeatsListener {
    private final MessageReader reader;
    private final Mailings mailings;

    /** Our own reading of inventory's message. */
    record SaleReopened(UUID eventId) {}

    SeatsListener(MessageReader reader, Mailings mailings) {
        this.reader = reader;
        this.mailings = mailings;
    }

    @KafkaListener(topics = "boxoffice.seats")
    void hear(ConsumerRecord<String, byte[]> record) {
        reader.read(record)
                .filter(message -> message.name().equals("SaleReopened"))
                .ifPresent(message ->
                        mailings.reopened(message.as(SaleReopened.class).eventId(), message.id()));
    }
}
