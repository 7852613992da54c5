package io.boxoffice.analytics;

import io.boxoffice.common.messaging.MessageReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Speaks as the other services do, of one event. */
public record Messages(UUID eventId) {
    /** When everything happens unless said otherwise. */
    public static final Instant OPENING = Instant.parse("2027-06-03T10:00:00Z");

    /** One message on its way. */
    public record Message(String topic, UUID key, UUID id, String name, String data) {
        public ProducerRecord<String, byte[]> record() {
            var record = new ProducerRecord<>(topic, key.toString(), data.getBytes(StandardCharsets.UTF_8));
            header(record, "ce_specversion", "1.0");
            header(record, "ce_id", id.toString());
            header(record, "ce_type", "io.boxoffice." + name + ".v1");
            header(record, "ce_time", OPENING.toString());
            return record;
        }

        private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
            record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
        }

        /** The same fact, told by another message. */
        public Message again() {
            return new Message(topic, key, UUID.randomUUID(), name, data);
        }
    }

    /** Reads with the settings all services have. */
    public static MessageReader reader() {
        return new MessageReader(JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build());
    }

    public Message message(String topic, String name, Instant at, String fields) {
        var data = "{\"event_id\":\"%s\",\"occurred_at\":\"%s\"%s}"
                .formatted(eventId, at, fields.isEmpty() ? "" : "," + fields.replace('\'', '"'));
        return new Message("boxoffice." + topic, eventId, UUID.randomUUID(), name, data);
    }

    public Message published(UUID organizer, int version, String name) {
        return message(
                "catalog",
                version == 1 ? "EventPublished" : "EventUpdated",
                OPENING,
                "'aggregate_version':%d,'organizer_id':'%s','name':'%s','currency':'EUR'"
                        .formatted(version, organizer, name));
    }

    public Message joined(int joins, Instant second) {
        return message("queue", "EntryJoined", second, "'second':'%s','joins':%d".formatted(second, joins));
    }

    /** Admitted {@code waited} seconds after joining. */
    public Message admitted(long waited, Instant at) {
        long score = at.minusSeconds(waited).toEpochMilli() * 1000;
        return message("queue", "EntryAdmitted", at, "'score':" + score);
    }

    public Message held(UUID hold, Instant at) {
        return message("seats", "SeatsHeld", at, "'hold_id':'%s'".formatted(hold));
    }

    public Message placed(UUID order, String kind, Instant at) {
        return message("orders", "OrderPlaced", at, "'order_id':'%s','kind':'%s'".formatted(order, kind));
    }

    /** Confirmed, two tickets. */
    public Message confirmed(UUID order, String kind, String amount, String currency, Instant at) {
        return message(
                "orders",
                "OrderConfirmed",
                at,
                "'order_id':'%s','kind':'%s','total_amount':%s,'currency':'%s','items':[{},{}]"
                        .formatted(order, kind, amount, currency));
    }

    public Message declined(UUID order, boolean returned, Instant at) {
        return message("orders", "OrderDeclined", at, "'order_id':'%s','hold_returned':%s".formatted(order, returned));
    }

    /** {@code OrderExpired}, {@code OrderVoided} or {@code PaymentCaptured}. */
    public Message moved(String name, UUID order, Instant at) {
        return message("orders", name, at, "'order_id':'%s'".formatted(order));
    }

    public Message refunded(UUID order, String amount, boolean full, Instant at) {
        return message(
                "orders",
                "OrderRefunded",
                at,
                "'order_id':'%s','refund_id':'%s','amount':%s,'currency':'EUR','full':%s"
                        .formatted(order, UUID.randomUUID(), amount, full));
    }

    public Message scanned(UUID ticket, String result, Instant at) {
        return message("tickets", "TicketScanned", at, "'ticket_id':'%s','result':'%s'".formatted(ticket, result));
    }

    /** {@code TicketListed} or {@code ListingSold}, two tickets. */
    public Message listing(String name, UUID listing, Instant at) {
        return message("resale", name, at, "'listing_id':'%s','tickets':[{},{}]".formatted(listing));
    }

    public Message judged(String name, UUID user, String decision, Instant at) {
        return message("risk", name, at, "'user_id':'%s','decision':'%s'".formatted(user, decision));
    }
}
