package io.boxoffice.fraud.message;

import io.boxoffice.common.messaging.Outbox;
import io.boxoffice.common.messaging.Topics;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/** Tells in the caller's transaction. */
@Component
public class RiskOutbox {
    private static final String TOPIC = "boxoffice.risk";

    private final Outbox outbox;

    RiskOutbox(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Appends a message, under the event's key, or the account's where no event is concerned. */
    public void tell(RiskMessage message) {
        var key = Objects.requireNonNullElse(message.eventId(), message.userId());
        outbox.append(TOPIC, key, message.getClass().getSimpleName(), message.subject(), message);
    }

    @Configuration(proxyBeanMethods = false)
    static class Written {

        /** What we write: our topic, and the dead letters of those we hear. */
        @Bean
        KafkaAdmin.NewTopics riskTopics(Topics topics) {
            return topics.named(
                    TOPIC, "boxoffice.risk.fraud.dlt", "boxoffice.orders.fraud.dlt", "boxoffice.queue.fraud.dlt");
        }
    }
}
