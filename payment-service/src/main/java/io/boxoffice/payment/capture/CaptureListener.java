package io.boxoffice.payment.capture;

import io.boxoffice.common.messaging.MessageReader;
import io.boxoffice.payment.order.OrderMoves;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Captures what is confirmed as soon as it is heard; what is missed or gets no answer is the reconciler's. */
@Component
class CaptureListener {
    private final Capture capture;
    private final OrderMoves moves;
    private final MessageReader reader;

    CaptureListener(Capture capture, OrderMoves moves, MessageReader reader) {
        this.capture = capture;
        this.moves = moves;
        this.reader = reader;
    }

    record OrderConfirmed(UUID orderId) {}

    @KafkaListener(
            topics = "boxoffice.orders",
            groupId = "payment-capture",
            concurrency = "${payment.capture-concurrency:3}",
            properties = "max.poll.records=20")
    void hear(ConsumerRecord<String, byte[]> record) {
        reader.read(record)
                .filter(message -> message.name().equals("OrderConfirmed"))
                .map(message -> message.as(OrderConfirmed.class).orderId())
                .filter(moves::claim)
                .ifPresent(capture::work);
    }
}
