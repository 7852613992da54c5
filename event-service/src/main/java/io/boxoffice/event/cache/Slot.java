package io.boxoffice.event.cache;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The place of one key in memory. At most one load is under way that knows of every change so far: who comes meanwhile waits for
 * it, and what an older load brings home late is not believed.
 */
final class Slot<V> {
    private volatile Content<V> content = new Content.Nothing<>();
    private long changes;
    private @Nullable Load<V> last;

    /** What is there. */
    sealed interface Content<V> {
        record Nothing<V>() implements Content<V> {}

        record Value<V>(V value, Instant refreshFrom, Instant freshUntil) implements Content<V> {}

        record Failure<V>(RuntimeException failure, Instant until) implements Content<V> {}
    }

    /** One question to the source, asked when there had been so many changes. */
    record Load<V>(long changes, CompletableFuture<V> answer) {}

    Content<V> content() {
        return content;
    }

    /** The answer of the load under way, or of a new one, unless there is something fresh by now. */
    synchronized CompletableFuture<V> answer(Predicate<Content<V>> isFresh, Consumer<Load<V>> start) {
        if (content instanceof Content.Value<V> known && isFresh.test(known)) {
            return CompletableFuture.completedFuture(known.value());
        }
        return underWay(start).answer();
    }

    /** Loads anew before it must be. */
    synchronized void refresh(Consumer<Load<V>> start) {
        underWay(start);
    }

    private Load<V> underWay(Consumer<Load<V>> start) {
        var load = last;
        if (load == null || load.changes() != changes || load.answer().isDone()) {
            load = new Load<>(changes, new CompletableFuture<>());
            last = load;
            start.accept(load);
        }
        return load;
    }

    /** Keeps what a load brought. */
    synchronized void put(Load<V> load, Content<V> loaded) {
        if (load.changes() == changes) {
            content = loaded;
        } else if (content instanceof Content.Nothing) {
            content = loaded;
            expire();
        }
    }

    synchronized void changed() {
        changes++;
        expire();
    }

    /** The value stays for the case that its source is away. */
    private void expire() {
        content = switch (content) {
            case Content.Value<V> known -> new Content.Value<>(known.value(), Instant.MIN, Instant.MIN);
            case Content.Nothing<V> nothing -> nothing;
            case Content.Failure<V> _ -> new Content.Nothing<>();
        };
    }
}
