package io.boxoffice.event.cache;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/** The place of one key in memory. Who finds nothing fresh takes the lock, so that one asks and the others wait for the answer. */
final class Slot<V> {
    final ReentrantLock asking = new ReentrantLock();
    final AtomicBoolean refreshing = new AtomicBoolean();
    private final AtomicLong changes = new AtomicLong();
    private volatile Content<V> content = new Content.Nothing<>();

    /** What is there. */
    sealed interface Content<V> {
        record Nothing<V>() implements Content<V> {}

        record Value<V>(V value, Instant refreshFrom, Instant freshUntil) implements Content<V> {}

        record Failure<V>(RuntimeException failure, Instant until) implements Content<V> {}
    }

    Content<V> content() {
        return content;
    }

    /** A mark to give to {@link #put}. */
    long mark() {
        return changes.get();
    }

    /** Keeps the content; a value loaded while the key changed is not believed any longer than by who loaded it. */
    void put(Content<V> loaded, long mark) {
        content = loaded;
        if (changes.get() != mark) {
            expire();
        }
    }

    void changed() {
        changes.incrementAndGet();
        expire();
    }

    private void expire() {
        // the value stays for the case that its source is away
        content = switch (content) {
            case Content.Value<V> known -> new Content.Value<>(known.value(), Instant.MIN, Instant.MIN);
            case Content.Nothing<V> nothing -> nothing;
            case Content.Failure<V> _ -> new Content.Nothing<>();
        };
    }
}
