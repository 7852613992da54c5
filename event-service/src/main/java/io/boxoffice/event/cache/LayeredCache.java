package io.boxoffice.event.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.boxoffice.event.cache.Slot.Content;
import io.boxoffice.event.cache.Slot.Load;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Values of one kind in memory, before those in Redis, before their source. Misses at once of one key are one question;
 * values in use are fetched again before they are too old; what is known is told while the source is away or slow.
 */
public final class LayeredCache<V> {
    private static final Logger log = LoggerFactory.getLogger(LayeredCache.class);
    private static final Duration ASK_AGAIN_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final long PATIENCE_MILLIS = 500;

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
        var content = slot.content();
        if (content instanceof Content.Value<V> known && isFresh(known)) {
            hits.hit();
            if (!clock.instant().isBefore(known.refreshFrom())) {
                slot.refresh(load -> start(slot, load, key, source, true));
            }
            return known.value();
        }
        if (content instanceof Content.Failure<V>(var failure, var until)
                && clock.instant().isBefore(until)) {
            throw failure;
        }
        hits.miss();
        var answer = slot.answer(this::isFresh, load -> start(slot, load, key, source, false));
        return await(answer, content);
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

    private boolean isFresh(Content<V> content) {
        return content instanceof Content.Value<V> known && clock.instant().isBefore(known.freshUntil());
    }

    private V await(CompletableFuture<V> answer, Content<V> before) {
        try {
            return before instanceof Content.Value<V>
                    ? answer.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                    : answer.get();
        } catch (TimeoutException e) {
            if (before instanceof Content.Value<V> known) {
                return known.value();
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
        }
    }

    /** In a thread of its own, so that whoever asked first need not wait longer than the others. */
    private void start(Slot<V> slot, Load<V> load, Key key, Supplier<V> source, boolean ahead) {
        Thread.ofVirtual().name("cache-load").start(() -> {
            try {
                var value = key.shared() ? shared.get(key, source, ahead) : source.get();
                slot.put(load, value(value, longest));
                load.answer().complete(value);
            } catch (RuntimeException failure) {
                failed(slot, load, key, failure);
            } finally {
                load.answer().completeExceptionally(new IllegalStateException("the load broke off"));
            }
        });
    }

    private void failed(Slot<V> slot, Load<V> load, Key key, RuntimeException failure) {
        log.atWarn()
                .addKeyValue("key", key.word())
                .addKeyValue("failure", failure.getClass().getSimpleName())
                .log("a source does not answer");
        var pause = longest.compareTo(ASK_AGAIN_AFTER_FAILURE) < 0 ? longest : ASK_AGAIN_AFTER_FAILURE;
        if (slot.content() instanceof Content.Value<V> known) {
            slot.put(load, value(known.value(), pause));
            load.answer().complete(known.value());
        } else {
            slot.put(load, new Content.Failure<>(failure, clock.instant().plus(pause)));
            load.answer().completeExceptionally(failure);
        }
    }

    private Content<V> value(V value, Duration lasts) {
        Instant now = clock.instant();
        return new Content.Value<>(value, now.plus(lasts.multipliedBy(4).dividedBy(5)), now.plus(lasts));
    }
}
