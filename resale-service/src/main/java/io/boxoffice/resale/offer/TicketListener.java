package io.boxoffice.resale.offer;

import io.boxoffice.common.messaging.Incoming;
import io.boxoffice.common.messaging.MessageReader;
import io.boxoffice.resale.listing.Cause;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears of tickets that were used or died; hearing it twice finds no live listing any more. */
@Component
class TicketListener {
    private final LostTickets lost;
    private final MessageReader reader;

    TicketListener(LostTickets lost, MessageReader reader) {
        this.lost = lost;
        this.reader = reader;
    }

    record TicketScanned(UUID ticketId, String result) {}

    record TicketRevoked(UUID ticketId, @Nullable Integer generation) {}

    @KafkaListener(topics = "boxoffice.tickets")
    void hear(ConsumerRecord<String, byte[]> record) {
        reader.read(record).ifPresent(this::take);
    }

    private void take(Incoming message) {
        switch (message.name()) {
            case "TicketScanned" -> scanned(message.as(TicketScanned.class));
            case "TicketRevoked" -> revoked(message.as(TicketRevoked.class));
            default -> {
                // issued and transferred tickets are nothing to a listing
            }
        }
    }

    private void scanned(TicketScanned scan) {
        if ("ADMITTED".equals(scan.result())) {
            lost.lose(scan.ticketId(), Integer.MAX_VALUE, Cause.TICKET_USED);
        }
    }

    private void revoked(TicketRevoked revoked) {
        int generation = revoked.generation() == null ? Integer.MAX_VALUE : revoked.generation();
        lost.lose(revoked.ticketId(), generation, Cause.TICKET_REVOKED);
    }
}
