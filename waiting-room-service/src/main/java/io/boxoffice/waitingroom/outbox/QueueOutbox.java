package io.boxoffice.waitingroom.outbox;

import io.boxoffice.waitingroom.redis.LuaScript;
import io.boxoffice.waitingroom.redis.LuaScripts;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends what one event has to tell: at least once, in order, by one instance at a time. A message is forgotten after the
 * broker's acknowledgement; a crash before that sends it again under the same id.
 */
@Component
class QueueOutbox {
    static final String TOPIC = "boxoffice.queue";
    private static final URI SOURCE = URI.create("/boxoffice/waiting-room");
    private static final int BATCH = 200;
    private static final Duration LOCK = Duration.ofSeconds(15);
    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(10);

    private final String self = UUID.randomUUID().toString();
    private final LuaScript take;
    private final LuaScript forget;
    private final QueueMessages messages;
    private final KafkaOperations<String, byte[]> kafka;
    private final JsonMapper json;
    private volatile @Nullable Instant oldest;

    QueueOutbox(
            LuaScripts scripts,
            QueueMessages messages,
            KafkaOperations<String, byte[]> kafka,
            JsonMapper json,
            InstantSource clock,
            MeterRegistry metrics) {
        this.take = scripts.named("outbox/take");
        this.forget = scripts.named("outbox/forget");
        this.messages = messages;
        this.kafka = kafka;
        this.json = json;
        Gauge.builder("boxoffice.outbox.lag", () -> lag(clock.instant()).toMillis() / 1000.0)
                .baseUnit("seconds")
                .description("Age of the oldest message not yet sent")
                .tag("database", "waiting-room")
                .register(metrics);
    }

    private Duration lag(Instant now) {
        var since = oldest;
        return since == null ? Duration.ZERO : Duration.between(since, now);
    }

    /**
     * Sends one batch.
     *
     * @return whether there is more
     */
    boolean drain(UUID event) throws InterruptedException, ExecutionException, TimeoutException {
        var batch = take.run(event, self, LOCK.toMillis(), BATCH);
        if (batch.size() == 0) {
            return false;
        }
        var entries = IntStream.range(0, batch.size())
                .mapToObj(i -> StreamEntry.of(event, batch.list(i)))
                .toList();
        oldest = entries.getFirst().time();
        send(entries);
        oldest = null;
        var ids = entries.stream().map(StreamEntry::id).toArray();
        return forget.run(event, ids).number(0) > 0;
    }

    private void send(List<StreamEntry> entries) throws InterruptedException, ExecutionException, TimeoutException {
        var sent = new ArrayList<CompletableFuture<?>>(entries.size());
        for (var entry : entries) {
            sent.add(kafka.send(record(entry)));
        }
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new))
                .get(ACKNOWLEDGED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    }

    private ProducerRecord<String, byte[]> record(StreamEntry entry) {
        var message = messages.of(entry);
        var event = CloudEventBuilder.v1()
                .withId(entry.messageId().toString())
                .withSource(SOURCE)
                .withType("io.boxoffice." + entry.word("what") + ".v1")
                .withSubject(message.subject().toString())
                .withTime(entry.time().atOffset(ZoneOffset.UTC))
                .withData("application/json", json.writeValueAsBytes(message))
                .build();
        return KafkaMessageFactory.<String>createWriter(TOPIC, entry.event().toString())
                .writeBinary(event);
    }
}
