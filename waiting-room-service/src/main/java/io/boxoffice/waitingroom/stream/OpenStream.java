package io.boxoffice.waitingroom.stream;

import io.boxoffice.waitingroom.event.EventOnSale;
import io.boxoffice.waitingroom.queue.EntryAnswer;
import io.boxoffice.waitingroom.token.QueueToken;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One fan's stream: holds what is to be sent next. A slow reader misses what was overtaken meanwhile, and holds up nobody. */
final class OpenStream {
    private final EventOnSale event;
    private final QueueToken entry;
    private final BlockingQueue<Optional<EntryAnswer>> next = new ArrayBlockingQueue<>(1);
    private volatile EntryAnswer shown;

    OpenStream(EventOnSale event, QueueToken entry, EntryAnswer first) {
        this.event = event;
        this.entry = entry;
        this.shown = first;
    }

    EventOnSale event() {
        return event;
    }

    QueueToken entry() {
        return entry;
    }

    EntryAnswer shown() {
        return shown;
    }

    /** What the entry is now; only a change is sent. */
    void show(EntryAnswer now) {
        if (!now.equals(shown)) {
            shown = now;
            put(Optional.of(now));
        }
    }

    /** Nothing more comes. */
    void end() {
        put(Optional.empty());
    }

    private void put(Optional<EntryAnswer> word) {
        while (!next.offer(word)) {
            next.poll();
        }
    }

    /** The next word: a change, an empty one at the end, or null when there was none for so long. */
    @Nullable
    Optional<EntryAnswer> await(Duration longest) throws InterruptedException {
        return next.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
    }
}
