package io.boxoffice.inventory.cache;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Redis as a cache. A value's key carries its subject's version, and a change raises the version: a value that was read before
 * the change but written after it lands where nobody looks. After a failure Redis is left alone for a second.
 */
@Component
public class SharedLayer {
    static final String CHANNEL = "cache:changed";
    private static final Logger log = LoggerFactory.getLogger(SharedLayer.class);
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** Longer than any value of an old version lives, however the settings are. */
    private static final Duration VERSION_LASTS = Duration.ofDays(2);

    private final StringRedisTemplate redis;
    private final String self = UUID.randomUUID().toString();
    private final AtomicLong awayUntil = new AtomicLong(System.nanoTime());
    private final Set<String> untold = ConcurrentHashMap.newKeySet();

    SharedLayer(StringRedisTemplate redis) {
        this.redis = redis;
    }

    /** What was found, and under which version; no version while Redis is away. */
    public record Found(@Nullable Long version, @Nullable String text) {}

    /** The text kept under this subject, e.g. {@code cache:availability:<event>}. */
    public Found find(String subject) {
        if (untold.contains(subject)) {
            changed(subject);
        }
        return attempt(
                () -> {
                    var version = redis.opsForValue().get(subject + ":version");
                    long number = version == null ? 0 : Long.parseLong(version);
                    return new Found(number, redis.opsForValue().get(subject + ":" + number));
                },
                new Found(null, null));
    }

    /** Keeps the text under the version that was current before it was read from its source. */
    public void keep(String subject, Found found, String text, Duration lasts) {
        var version = found.version();
        if (version != null) {
            attempt(
                    () -> {
                        redis.opsForValue().set(subject + ":" + version, text, lasts);
                        return true;
                    },
                    false);
        }
    }

    /** Forgets what is kept under this subject and tells the other instances; while Redis is away, as soon as it is back. */
    public void changed(String subject) {
        untold.add(subject);
        boolean told = attempt(
                () -> {
                    var version = redis.opsForValue().increment(subject + ":version");
                    redis.expire(subject + ":version", VERSION_LASTS);
                    redis.delete(subject + ":" + (version == null ? 0 : version - 1));
                    redis.convertAndSend(CHANNEL, subject + " " + self);
                    return true;
                },
                false);
        if (told) {
            untold.remove(subject);
        }
    }

    /** Whether this instance said it. */
    boolean isOurs(String sender) {
        return self.equals(sender);
    }

    private <T> T attempt(Supplier<T> call, T otherwise) {
        if (System.nanoTime() - awayUntil.get() < 0) {
            return otherwise;
        }
        try {
            return call.get();
        } catch (DataAccessException failure) {
            awayUntil.set(System.nanoTime() + PAUSE_NANOS);
            log.atWarn()
                    .addKeyValue("failure", failure.getClass().getSimpleName())
                    .log("Redis does not answer; going on without it");
            return otherwise;
        }
    }
}
