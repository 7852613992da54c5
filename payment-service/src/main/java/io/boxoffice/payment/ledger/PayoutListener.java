package io.boxoffice.payment.ledger;

import io.boxoffice.common.messaging.MessageReader;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears what is owed to fans who sold; hearing it twice posts it once. */
@Component
class PayoutListener {
    private final Ledger ledger;
    private final MessageReader reader;

    PayoutListener(Ledger ledger, MessageReader reader) {
        this.ledger = ledger;
        this.reader = reader;
    }

    @KafkaListener(topics = "boxoffice.resale", groupId = "payment-ledger")
    void hear(ConsumerRecord<String, byte[]> record) {
        reader.read(record).ifPresent(message -> {
            switch (message.name()) {
                case "PayoutDue" -> ledger.payoutDue(message.as(Payout.class));
                case "PayoutCancelled" -> ledger.payoutCancelled(message.as(Payout.class));
                default -> {
                    // listings move no money
                }
            }
        });
    }
}
