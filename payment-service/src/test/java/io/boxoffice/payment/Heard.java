package io.boxoffice.payment;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.kafka.annotation.KafkaListener;

/** All that was told on {@code boxoffice.orders}. */
@TestComponent
public class Heard {
    private final List<ConsumerRecord<String, byte[]>> records = new CopyOnWriteArrayList<>();

    @KafkaListener(topics = "boxoffice.orders", groupId = "heard")
    void hear(ConsumerRecord<String, byte[]> record) {
        records.add(record);
    }

    /** Names of the events about an order, in order. */
    public List<String> of(UUID orderId) {
        return records(orderId).stream()
                .map(record -> header(record, "ce_type").replaceAll("io\\.boxoffice\\.|\\.v1", ""))
                .toList();
    }

    /** The records themselves. */
    public List<ConsumerRecord<String, byte[]>> records(UUID orderId) {
        return records.stream()
                .filter(record -> header(record, "ce_subject").equals(orderId.toString()))
                .toList();
    }

    public boolean contains(String text) {
        return records.stream().anyMatch(record -> new String(record.value(), StandardCharsets.UTF_8).contains(text));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
