package io.boxoffice.resale.event;

import io.boxoffice.common.messaging.Incoming;
import io.boxoffice.common.messaging.MessageReader;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Hears of events and their changes; hearing it twice or late changes nothing, versions decide. What an end means for listings
 * and payouts is read from the projection by their sweeps.
 */
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
        reader.read(record).ifPresent(this::take);
    }

    private void take(Incoming message) {
        switch (message.name()) {
            case "EventPublished", "EventUpdated" -> policies.keep(message.as(PublishedEvent.class));
            case "EventPostponed" -> policies.postpone(message.as(PublishedEvent.Postponed.class));
            case "EventCancelled" -> policies.cancel(message.as(PublishedEvent.Cancelled.class));
            default -> {
                // sale phases are nothing to resale
            }
        }
    }
}
