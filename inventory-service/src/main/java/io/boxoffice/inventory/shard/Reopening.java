package io.boxoffice.inventory.shard;

import io.boxoffice.common.web.Problems;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.LockSupport;

/** Waits until an event can be written again. However many wait for one event, one of them asks for all. */
final class Reopening {
    private static final long PAUSE_NANOS = Duration.ofMillis(10).toNanos();

    private final ShardRouter router;
    private final long patienceNanos;
    private final ConcurrentMap<UUID, CompletableFuture<Place>> asked = new ConcurrentHashMap<>();

    Reopening(ShardRouter router, Duration patience) {
        this.router = router;
        this.patienceNanos = patience.toNanos();
    }

    Place of(UUID event) {
        var ours = new CompletableFuture<Place>();
        var running = asked.putIfAbsent(event, ours);
        return running == null ? ask(event, ours) : join(running);
    }

    private Place ask(UUID event, CompletableFuture<Place> answer) {
        try {
            var place = await(event);
            answer.complete(place);
            return place;
        } catch (RuntimeException failure) {
            answer.completeExceptionally(failure);
            throw failure;
        } finally {
            asked.remove(event, answer);
        }
    }

    private static Place join(CompletableFuture<Place> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private Place await(UUID event) {
        long start = System.nanoTime();
        do {
            var place = router.askAgain(event);
            switch (Gate.look(router.shard(place).jdbc(), event, place.epoch())) {
                case OPEN -> {
                    return place;
                }
                case ABSENT -> throw Problems.notFound();
                case SHUT -> LockSupport.parkNanos(PAUSE_NANOS);
            }
        } while (System.nanoTime() - start < patienceNanos
                && !Thread.currentThread().isInterrupted());
        throw ShardRouter.movesTooLong(event);
    }
}
