package io.boxoffice.event.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.boxoffice.event.cache.Slot.Content;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Values of one kind in memory, before those in Redis, before their source. Misses at once of one key are one question;
 * values in use are fetched again before they are too old; what is known is told while the source is away.
 */
public final class LayeredCache<V> {
    private static final Logger log = LoggerFactory.getLogger(LayeredCache.class);
    private static final Duration ASK_AGAIN_AFTER_FAILURE = Duration.ofSeconds(1);

    private final Cache<Key, Slot<V>> memory;
    private final SharedValues<V> shared;
    private final Duration longest;
    private final InstantSource clock;
    private final Hits hits;

    LayeredCache(int most, SharedValues<V> shared, Duration longest, InstantSource clock, Hits hits) {
        this.memory = Caffeine.newBuilder().maximumSize(most).build();
        this.shared = shared;
        this.longest = longest;
        this.clock = clock;
        this.hits = hits;
    }

    /** The value from memory, Redis or {@code source}; throws what the source throws when nothing is known. */
    public V get(Key key, Supplier<V> source) {
        var slot = memory.get(key, _ -> new Slot<>());
        if (slot.content() instanceof Content.Value<V> known && isFresh(known)) {
            hits.hit();
            refreshAhead(slot, known, key, source);
            return known.value();
        }
        slot.asking.lock();
        try {
            return switch (slot.content()) {
                case Content.Value<V> known
                when isFresh(known) -> {
                    hits.hit();
                    yield known.value();
                }
                case Content.Failure<V>(var failure, var until)
                when clock.instant().isBefore(until) -> throw failure;
                default -> {
                    hits.miss();
                    yield load(slot, key, source, false);
                }
            };
        } finally {
            slot.asking.unlock();
        }
    }

    /** Everything in this scope is too old from now on. */
    void changed(String word) {
        memory.asMap().forEach((key, slot) -> {
            if (key.word().equals(word)) {
                slot.changed();
            }
        });
    }

    void everythingMayHaveChanged() {
        memory.asMap().values().forEach(Slot::changed);
    }

    private boolean isFresh(Content.Value<V> known) {
        return clock.instant().isBefore(known.freshUntil());
    }

    private void refreshAhead(Slot<V> slot, Content.Value<V> known, Key key, Supplier<V> source) {
        if (clock.instant().isBefore(known.refreshFrom()) || !slot.refreshing.compareAndSet(false, true)) {
            return;
        }
        Thread.ofVirtual().name("refresh-ahead").start(() -> {
            slot.asking.lock();
            try {
                load(slot, key, source, true);
            } finally {
                slot.refreshing.set(false);
                slot.asking.unlock();
            }
        });
    }

    private V load(Slot<V> slot, Key key, Supplier<V> source, boolean ahead) {
        long mark = slot.mark();
        try {
            var value = key.shared() ? shared.get(key, source, ahead) : source.get();
            slot.put(value(value, longest), mark);
            return value;
        } catch (RuntimeException failure) {
            log.atWarn()
                    .addKeyValue("key", key.word())
                    .addKeyValue("failure", failure.getClass().getSimpleName())
                    .log("a source does not answer");
            var pause = longest.compareTo(ASK_AGAIN_AFTER_FAILURE) < 0 ? longest : ASK_AGAIN_AFTER_FAILURE;
            if (slot.content() instanceof Content.Value<V> known) {
                slot.put(value(known.value(), pause), mark);
                return known.value();
            }
            slot.put(new Content.Failure<>(failure, clock.instant().plus(pause)), mark);
            throw failure;
        }
    }

    private Content<V> value(V value, Duration lasts) {
        Instant now = clock.instant();
        return new Content.Value<>(value, now.plus(lasts.multipliedBy(4).dividedBy(5)), now.plus(lasts));
    }
}
