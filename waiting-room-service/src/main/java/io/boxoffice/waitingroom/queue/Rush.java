package io.boxoffice.waitingroom.queue;

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
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Sends calls of one event that come while another is on its way to Redis together, in the order they came: nobody waits for
 * company, but a rush needs few round trips.
 *
 * @param <C> a call of one fan
 */
final class Rush<C> {
    private static final int AT_MOST = 64;

    private final BiPredicate<C, C> together;
    private final Function<List<C>, Reply> script;
    private final Map<UUID, Crowd<C>> crowds = new ConcurrentHashMap<>();

    /**
     * A rush of calls to one script.
     *
     * @param together whether two calls may go in one
     * @param script answers calls in their order; it may run again for some of them
     */
    Rush(BiPredicate<C, C> together, Function<List<C>, Reply> script) {
        this.together = together;
        this.script = script;
    }

    private record Waiting<C>(C call, CompletableFuture<Reply> answer) {}

    private static final class Crowd<C> {
        private final ConcurrentLinkedQueue<Waiting<C>> queue = new ConcurrentLinkedQueue<>();
        private final AtomicBoolean driven = new AtomicBoolean();
    }

    /** The script's answer to this one call. */
    Reply ask(UUID event, C call) {
        var crowd = crowds.computeIfAbsent(event, _ -> new Crowd<>());
        var mine = new Waiting<>(call, new CompletableFuture<Reply>());
        crowd.queue.add(mine);
        if (drive(crowd) && !crowd.queue.isEmpty()) {
            // this fan has an answer; the others are somebody else's to send
            Thread.startVirtualThread(() -> driveAll(crowd));
        }
        try {
            return mine.answer().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /** Whoever finds nobody at it sends what waits: what is added meanwhile is seen by one of both, after the flag is down. */
    private boolean drive(Crowd<C> crowd) {
        if (crowd.queue.isEmpty() || !crowd.driven.compareAndSet(false, true)) {
            return false;
        }
        try {
            send(take(crowd.queue));
        } finally {
            crowd.driven.set(false);
        }
        return true;
    }

    private void driveAll(Crowd<C> crowd) {
        boolean more = true;
        while (more) {
            more = drive(crowd);
        }
    }

    private List<Waiting<C>> take(ConcurrentLinkedQueue<Waiting<C>> queue) {
        var batch = new ArrayList<Waiting<C>>();
        for (var next = queue.peek(); next != null && batch.size() < AT_MOST; next = queue.peek()) {
            if (!batch.isEmpty() && !together.test(batch.getFirst().call(), next.call())) {
                break;
            }
            batch.add(queue.remove());
        }
        return batch;
    }

    private void send(List<Waiting<C>> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            var replies =
                    script.apply(batch.stream().map(Waiting::call).toList()).list(1);
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).answer().complete(replies.list(i));
            }
        } catch (DataAccessResourceFailureException away) {
            fail(batch, away);
        } catch (RuntimeException e) {
            if (batch.size() == 1) {
                fail(batch, e);
            } else {
                // whose call it is that breaks the script is seen when each goes alone
                batch.forEach(one -> send(List.of(one)));
            }
        }
    }

    private void fail(List<Waiting<C>> batch, RuntimeException failure) {
        batch.forEach(waiting -> waiting.answer().completeExceptionally(failure));
    }
}
