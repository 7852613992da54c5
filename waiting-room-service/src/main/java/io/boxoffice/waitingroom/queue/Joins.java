package io.boxoffice.waitingroom.queue;

import io.boxoffice.waitingroom.event.EventOnSale;
import io.boxoffice.waitingroom.redis.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;

/**
 * Sends joins of one event that come while another is on its way to Redis together, in the order they came: nobody waits for
 * company, but a rush needs few round trips.
 */
@Component
class Joins {
    private static final int AT_MOST = 64;

    private final LineScripts scripts;
    private final Map<UUID, Rush> rushes = new ConcurrentHashMap<>();

    Joins(LineScripts scripts) {
        this.scripts = scripts;
    }

    private record Waiting(EventOnSale event, Wish wish, CompletableFuture<Reply> answer) {}

    private static final class Rush {
        private final ConcurrentLinkedQueue<Waiting> queue = new ConcurrentLinkedQueue<>();
        private final AtomicBoolean driven = new AtomicBoolean();
    }

    /** The line's answer to one fan. */
    Reply join(EventOnSale event, Wish wish) {
        var rush = rushes.computeIfAbsent(event.eventId(), _ -> new Rush());
        var mine = new Waiting(event, wish, new CompletableFuture<>());
        rush.queue.add(mine);
        if (drive(rush) && !rush.queue.isEmpty()) {
            // this fan has an answer; the others are somebody else's to send
            Thread.startVirtualThread(() -> driveAll(rush));
        }
        try {
            return mine.answer().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /** Whoever finds nobody at it sends what waits: what is added meanwhile is seen by one of both, after the flag is down. */
    private boolean drive(Rush rush) {
        if (rush.queue.isEmpty() || !rush.driven.compareAndSet(false, true)) {
            return false;
        }
        try {
            send(take(rush.queue));
        } finally {
            rush.driven.set(false);
        }
        return true;
    }

    private void driveAll(Rush rush) {
        boolean more = true;
        while (more) {
            more = drive(rush);
        }
    }

    /** The next few that were told the same of the event. */
    private static List<Waiting> take(ConcurrentLinkedQueue<Waiting> queue) {
        var batch = new ArrayList<Waiting>();
        for (var next = queue.peek(); next != null && batch.size() < AT_MOST; next = queue.peek()) {
            if (!batch.isEmpty() && !batch.getFirst().event().equals(next.event())) {
                break;
            }
            batch.add(queue.remove());
        }
        return batch;
    }

    private void send(List<Waiting> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            var replies = scripts.join(
                            batch.getFirst().event(),
                            batch.stream().map(Waiting::wish).toList())
                    .list(1);
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).answer().complete(replies.list(i));
            }
        } catch (RuntimeException e) {
            batch.forEach(waiting -> waiting.answer().completeExceptionally(e));
        }
    }
}
