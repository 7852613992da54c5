package io.boxoffice.inventory.wallet;

import io.boxoffice.common.messaging.Incoming;
import io.boxoffice.common.messaging.MessageReader;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears what we ourselves tell of tickets, from all shards; a message says only which ticket to look at. */
@Component
class TicketListener {
    private final MessageReader reader;
    private final Unheard tickets;

    TicketListener(MessageReader reader, Unheard tickets) {
        this.reader = reader;
        this.tickets = tickets;
    }

    record Concerned(UUID eventId, UUID ticketId) {}

    @KafkaListener(topics = "boxoffice.tickets", groupId = "${spring.application.name}-wallet")
    void hear(ConsumerRecord<String, byte[]> record) {
        reader.read(record).ifPresent(this::hear);
    }

    private void hear(Incoming message) {
        var concerned = message.as(Concerned.class);
        tickets.hear(concerned.eventId(), concerned.ticketId());
    }
}
