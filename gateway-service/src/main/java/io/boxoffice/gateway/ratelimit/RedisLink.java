package io.boxoffice.gateway.ratelimit;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.stereotype.Component;

/**
 * Makes the first connection to Redis on a thread of its own: that call blocks, and would stop an event loop for as long
 * as Redis is away. Once made, the connection restores itself, and refuses commands meanwhile.
 */
@Component
class RedisLink implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RedisLink.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final ReactiveRedisConnectionFactory connections;
    private volatile boolean running;
    private volatile boolean made;

    RedisLink(ReactiveRedisConnectionFactory connections) {
        this.connections = connections;
    }

    /** Whether the connection has been made once. */
    boolean isMade() {
        return made;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("redis-link").start(this::connectUntilMade);
    }

    /** The thread sees it after its present attempt. */
    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void connectUntilMade() {
        try {
            while (running && !made) {
                made = connect();
                if (!made) {
                    Thread.sleep(PAUSE);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean connect() {
        try {
            connections.getReactiveConnection().close();
            return true;
        } catch (DataAccessException | IllegalStateException away) {
            log.atWarn().addKeyValue("reason", away.toString()).log("redis not reached, limits are counted here alone");
            return false;
        }
    }
}
