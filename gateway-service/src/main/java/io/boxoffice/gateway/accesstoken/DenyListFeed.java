package io.boxoffice.gateway.accesstoken;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Follows the queue topic on a thread of its own, so that Kafka being away delays nothing. Without a consumer group:
 * every instance reads everything, and what is read twice changes nothing.
 */
@Component
class DenyListFeed implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DenyListFeed.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final QueueTopic topic;
    private final DenyList denyList;
    private final DenyListProperties properties;
    private final JsonMapper json;
    private final InstantSource clock;
    private volatile boolean running;

    DenyListFeed(
            QueueTopic topic, DenyList denyList, DenyListProperties properties, JsonMapper json, InstantSource clock) {
        this.topic = topic;
        this.denyList = denyList;
        this.properties = properties;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("deny-list").start(this::followUntilStopped);
    }

    /** The reader sees it after its present poll; it holds nothing that must be given back. */
    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void followUntilStopped() {
        try {
            while (running) {
                follow();
                Thread.sleep(properties.reopenAfter());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        try (var consumer = topic.openFrom(horizon())) {
            while (running && !consumer.assignment().isEmpty()) {
                consumer.poll(POLL).forEach(this::hear);
                denyList.forgetBefore(horizon());
            }
        } catch (KafkaException broken) {
            log.atWarn().addKeyValue("reason", broken.toString()).log("deny list not heard");
        }
    }

    private Instant horizon() {
        return clock.instant().minus(properties.lookBack());
    }

    private void hear(ConsumerRecord<String, byte[]> message) {
        var type = message.headers().lastHeader("ce_type");
        if (type == null || !SessionOver.TYPES.contains(new String(type.value(), UTF_8))) {
            return;
        }
        try {
            var over = json.readValue(message.value(), SessionOver.class);
            denyList.deny(over.sessionId(), Instant.ofEpochMilli(message.timestamp()));
        } catch (JacksonException unreadable) {
            log.atWarn()
                    .addKeyValue("partition", message.partition())
                    .addKeyValue("offset", message.offset())
                    .log("unreadable session message skipped");
        }
    }
}
