package io.boxoffice.inventory.cache;

import jakarta.annotation.PreDestroy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.Message;
import org.springframework.data.redis.connection.MessageListener;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.SubscriptionListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Hears what other instances changed. A listener container of Spring's would keep the service from starting while Redis is
 * away; this one tries every second until it hears, and the driver subscribes again after each break.
 */
@Component
class ChangeListener implements MessageListener, SubscriptionListener {
    private static final Logger log = LoggerFactory.getLogger(ChangeListener.class);

    private final RedisConnectionFactory redis;
    private final SharedLayer shared;
    private final List<Forgetful> memories;
    private @Nullable RedisConnection connection;

    ChangeListener(RedisConnectionFactory redis, SharedLayer shared, List<Forgetful> memories) {
        this.redis = redis;
        this.shared = shared;
        this.memories = List.copyOf(memories);
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    synchronized void listen() {
        if (connection != null) {
            return;
        }
        RedisConnection opened = null;
        try {
            opened = redis.getConnection();
            opened.subscribe(this, SharedLayer.CHANNEL.getBytes(StandardCharsets.UTF_8));
            connection = opened;
        } catch (DataAccessException failure) {
            log.atDebug()
                    .addKeyValue("failure", failure.getClass().getSimpleName())
                    .log("Redis does not answer; changes elsewhere are not heard");
            close(opened);
        }
    }

    @Override
    public void onMessage(Message message, byte @Nullable [] pattern) {
        hear(new String(message.getBody(), StandardCharsets.UTF_8));
    }

    /** {@code <prefix><event> <sender>}; other services' words on the channel are passed over. */
    void hear(String word) {
        int end = word.lastIndexOf(' ');
        if (end < 0 || shared.isOurs(word.substring(end + 1))) {
            return;
        }
        var subject = word.substring(0, end);
        for (var memory : memories) {
            if (subject.startsWith(memory.prefix())) {
                forget(memory, subject.substring(memory.prefix().length()));
            }
        }
    }

    private static void forget(Forgetful memory, String event) {
        try {
            memory.changedElsewhere(UUID.fromString(event));
        } catch (IllegalArgumentException _) {
            log.atDebug().addKeyValue("event_id", event).log("no id of an event");
        }
    }

    /** Whatever was said while nobody listened was missed. */
    @Override
    public void onChannelSubscribed(byte[] channel, long count) {
        memories.forEach(Forgetful::everythingMayHaveChanged);
    }

    @PreDestroy
    synchronized void stop() {
        close(connection);
        connection = null;
    }

    private static void close(@Nullable RedisConnection connection) {
        if (connection != null) {
            connection.close();
        }
    }
}
