package io.boxoffice.analytics.stream;

import io.boxoffice.analytics.fact.Facts;
import io.boxoffice.analytics.fact.Reading;
import io.boxoffice.analytics.fact.ResaleOrders;
import io.boxoffice.analytics.figure.Fact;
import io.boxoffice.analytics.figure.Figure;
import io.boxoffice.analytics.figure.FigureKey;
import io.boxoffice.common.messaging.MessageReader;
import io.boxoffice.common.messaging.UndecodableMessageException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.WindowStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Adds each message to the figures once. What cannot be read is passed over and told of: one bad record must not stop the count. */
final class Counter extends ContextualProcessor<String, byte[], Void, Void> implements ResaleOrders {
    private static final Logger log = LoggerFactory.getLogger(Counter.class);
    private static final byte[] MARK = {1};

    private final MessageReader reader;
    private final MeterRegistry metrics;
    private final Duration remember;

    Counter(MessageReader reader, MeterRegistry metrics, Duration remember) {
        this.reader = reader;
        this.metrics = metrics;
        this.remember = remember;
    }

    @Override
    public void process(Record<String, byte[]> record) {
        var from = context().recordMetadata().orElseThrow();
        told(from.topic(), result(record, from.topic(), from.partition(), from.offset()));
    }

    private String result(Record<String, byte[]> record, String topic, int partition, long offset) {
        try {
            var message = reader.read(heard(record, topic, partition, offset));
            if (message.isEmpty()) {
                return "foreign";
            }
            return switch (Facts.of(message.get(), this)) {
                case Reading.Counts counts -> count(counts, record.timestamp()) ? "counted" : "duplicate";
                case Reading.Ignored _ -> "ignored";
                case Reading.Unknown _ -> "unknown";
            };
        } catch (UndecodableMessageException | IllegalArgumentException | ArithmeticException e) {
            log.atWarn()
                    .addKeyValue("topic", topic)
                    .addKeyValue("partition", partition)
                    .addKeyValue("offset", offset)
                    .addKeyValue("why", e.getMessage())
                    .log("message passed over");
            return "undecodable";
        }
    }

    private static ConsumerRecord<String, byte[]> heard(
            Record<String, byte[]> record, String topic, int partition, long offset) {
        return new ConsumerRecord<>(
                topic,
                partition,
                offset,
                record.timestamp(),
                TimestampType.CREATE_TIME,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                record.key(),
                record.value(),
                record.headers(),
                Optional.empty());
    }

    private boolean count(Reading.Counts counts, long told) {
        WindowStore<String, byte[]> seen = context().getStateStore(Counting.SEEN);
        try (var before = seen.fetch(
                counts.once(),
                Instant.ofEpochMilli(Math.max(0, told - remember.toMillis())),
                Instant.ofEpochMilli(told + remember.toMillis()))) {
            if (before.hasNext()) {
                return false;
            }
        }
        seen.put(counts.once(), MARK, told);
        for (var fact : counts.facts()) {
            add(Counting.TOTALS, FigureKey.total(counts.eventId(), fact), fact);
            if (fact.metric().perMinute()) {
                add(Counting.MINUTES, FigureKey.minute(counts.eventId(), fact), fact);
            }
        }
        return true;
    }

    private void add(String name, FigureKey key, Fact fact) {
        KeyValueStore<String, String> store = context().getStateStore(name);
        var before = store.get(key.text());
        var figure = before == null ? Figure.nothing() : Figure.parse(before);
        store.put(key.text(), figure.plus(fact.value()).text());
    }

    private void told(String topic, String result) {
        metrics.counter("boxoffice.analytics.messages", "topic", topic, "result", result)
                .increment();
    }

    @Override
    public void add(UUID orderId) {
        resaleOrders().put(orderId.toString(), MARK);
    }

    @Override
    public boolean contains(UUID orderId) {
        return resaleOrders().get(orderId.toString()) != null;
    }

    private KeyValueStore<String, byte[]> resaleOrders() {
        return context().getStateStore(Counting.RESALE_ORDERS);
    }
}
