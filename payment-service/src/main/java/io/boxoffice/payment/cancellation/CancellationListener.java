package io.boxoffice.payment.cancellation;

import io.boxoffice.common.messaging.MessageReader;
import java.time.ZoneOffset;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears which events will not take place and writes it down; {@link CancellationSweep} does the rest. */
@Component
class CancellationListener {
    private final JdbcClient jdbc;
    private final MessageReader reader;

    CancellationListener(JdbcClient jdbc, MessageReader reader) {
        this.jdbc = jdbc;
        this.reader = reader;
    }

    @KafkaListener(topics = "boxoffice.catalog", groupId = "payment-cancellation")
    void hear(ConsumerRecord<String, byte[]> record) {
        reader.read(record)
                .filter(message -> message.name().equals("EventCancelled"))
                .map(message -> message.as(EventCancelled.class))
                .ifPresent(this::keep);
    }

    private void keep(EventCancelled cancelled) {
        jdbc.sql("INSERT INTO event_cancellations (event_id, cancelled_at) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(cancelled.eventId(), cancelled.occurredAt().atOffset(ZoneOffset.UTC))
                .update();
    }
}
