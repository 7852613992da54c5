package io.boxoffice.event.cache;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Redis as a cache. A value's key carries its scope's version, and a change raises the version: a value that was loaded before
 * the change but written after it lands where nobody looks. After a failure Redis is left alone for a second.
 */
@Component
class SharedLayer {
    static final String CHANNEL = "cache:changed";
    private static final Logger log = LoggerFactory.getLogger(SharedLayer.class);
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** Longer than any value of an old version lives, however the settings are. */
    private static final Duration VERSION_LASTS = Duration.ofDays(2);

    private final StringRedisTemplate redis;
    private final AtomicLong awayUntil = new AtomicLong(System.nanoTime());
    private final Set<Key> untold = ConcurrentHashMap.newKeySet();

    /** What was found, and under which version; no version while Redis is away. */
    record Found(@Nullable Long version, @Nullable String text) {}

    SharedLayer(StringRedisTemplate redis) {
        this.redis = redis;
    }

    Found find(Key key) {
        var nothing = new Found(null, null);
        return attempt(
                () -> {
                    var version = redis.opsForValue().get(key.versionKey());
                    long number = version == null ? 0 : Long.parseLong(version);
                    return new Found(number, redis.opsForValue().get(key.valueKey(number)));
                },
                nothing);
    }

    void keep(Key key, Found found, String text, Duration lasts) {
        var version = found.version();
        if (version != null) {
            attempt(
                    () -> {
                        redis.opsForValue().set(key.valueKey(version), text, lasts);
                        return true;
                    },
                    false);
        }
    }

    /** Forgets the value in Redis and tells every instance; what cannot be told now is told later. */
    void changed(Key key) {
        if (!tell(key)) {
            untold.add(key);
        }
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void tellTheRest() {
        untold.removeIf(this::tell);
    }

    private boolean tell(Key key) {
        return attempt(
                () -> {
                    var version = redis.opsForValue().increment(key.versionKey());
                    redis.expire(key.versionKey(), VERSION_LASTS);
                    redis.delete(key.valueKey(version == null ? 0 : version - 1));
                    redis.convertAndSend(CHANNEL, key.word());
                    return true;
                },
                false);
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
