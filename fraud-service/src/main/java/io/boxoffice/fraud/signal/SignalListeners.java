package io.boxoffice.fraud.signal;

import io.boxoffice.common.messaging.Incoming;
import io.boxoffice.common.messaging.MessageReader;
import io.boxoffice.fraud.account.Verdicts;
import io.boxoffice.fraud.counter.Observation;
import io.boxoffice.fraud.counter.Sign;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Counts what we hear of accounts and judges them. A message counts under its own id, so hearing it twice is harmless. */
@Component
class SignalListeners {
    private final MessageReader reader;
    private final Verdicts verdicts;

    SignalListeners(MessageReader reader, Verdicts verdicts) {
        this.reader = reader;
        this.verdicts = verdicts;
    }

    @KafkaListener(id = "risk", idIsGroup = false, topics = "boxoffice.risk")
    void risk(ConsumerRecord<String, byte[]> record) {
        reader.read(record)
                .filter(message -> message.name().equals("RequestObserved"))
                .ifPresent(this::requested);
    }

    private void requested(Incoming message) {
        var request = message.as(RequestObserved.class);
        verdicts.observe(
                new Observation(
                        request.userId(),
                        Sign.ACTION,
                        message.id().toString(),
                        request.occurredAt(),
                        request.deviceHash(),
                        request.addressHash(),
                        request.accountCreatedAt()),
                request.eventId(),
                request.action());
    }

    @KafkaListener(id = "orders", idIsGroup = false, topics = "boxoffice.orders")
    void orders(ConsumerRecord<String, byte[]> record) {
        reader.read(record).ifPresent(message -> {
            switch (message.name()) {
                case "OrderPlaced" -> ordered(message, Sign.ACTION);
                case "OrderDeclined" -> ordered(message, Sign.DECLINED);
                case "OrderConfirmed" -> ordered(message, Sign.CONFIRMED);
                default -> {
                    // nothing that tells people from bots
                }
            }
        });
    }

    private void ordered(Incoming message, Sign sign) {
        var order = message.as(OrderMoved.class);
        verdicts.observe(
                Observation.of(order.userId(), sign, message.id().toString(), order.occurredAt()),
                order.eventId(),
                "order");
    }

    /** Whoever was let in is looked at once more, so that the claim can ask for a challenge. */
    @KafkaListener(id = "queue", idIsGroup = false, topics = "boxoffice.queue")
    void queue(ConsumerRecord<String, byte[]> record) {
        reader.read(record)
                .filter(message -> message.name().equals("EntryAdmitted"))
                .map(message -> message.as(EntryAdmitted.class))
                .ifPresent(admitted -> verdicts.observe(
                        Observation.look(admitted.userId(), admitted.occurredAt()), admitted.eventId(), "join"));
    }
}
