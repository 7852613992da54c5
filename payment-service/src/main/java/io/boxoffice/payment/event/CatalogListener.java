package io.boxoffice.payment.event;

import io.boxoffice.common.messaging.MessageReader;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears which events are on sale and on what terms; hearing it twice or late changes nothing, versions decide. */
@Component
class CatalogListener {
    private final EventPolicies policies;
    private final MessageReader reader;

    CatalogListener(EventPolicies policies, MessageReader reader) {
        this.policies = policies;
        this.reader = reader;
    }

    @KafkaListener(topics = "boxoffice.catalog")
    void hear(ConsumerRecord<String, byte[]> record) {
        reader.read(record)
                .filter(message -> message.name().equals("EventPublished"))
                .ifPresent(message -> policies.keep(message.as(PublishedEvent.class)));
    }
}
