package io.boxoffice.notification.order;

import io.boxoffice.common.messaging.Incoming;
import io.boxoffice.common.messaging.MessageReader;
import io.boxoffice.notification.delivery.Outbound;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears {@code boxoffice.orders}. The cause is the natural key: hearing it again owes nothing new. */
@Component
class OrderListener {
    private final MessageReader reader;
    private final Outbound outbound;

    /** Our own reading of payment's message. */
    record OrderConfirmed(UUID orderId, UUID eventId) {}

    OrderListener(MessageReader reader, Outbound outbound) {
        this.reader = reader;
        this.outbound = outbound;
    }

    @KafkaListener(topics = "boxoffice.orders")
    void hear(ConsumerRecord<String, byte[]> record) {
        reader.read(record)
                .filter(message -> message.name().equals("OrderConfirmed"))
                .ifPresent(this::confirmed);
    }

    private void confirmed(Incoming message) {
        var order = message.as(OrderConfirmed.class);
        outbound.confirmationOf(order.orderId(), order.eventId());
    }
}
