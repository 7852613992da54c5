package io.boxoffice.inventory.combine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Serves requests that wait at the same time together, by the thread of one of their callers. Who comes while there are fewer
 * leaders than may be leads at once and serves the oldest of the queue; who has its answer hands the lead to the oldest that
 * waits. So nobody waits while nobody works, and nobody works for others after its own answer.
 */
public final class Combiner<R, A> {
    private final CombinerLimits limits;
    private final Consumer<Group<R, A>> work;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition company = lock.newCondition();
    private final Deque<Ask<R, A>> queue = new ArrayDeque<>();
    private final Deque<Ask<R, A>> blocked = new ArrayDeque<>();
    private final Map<Object, Ask<R, A>> claimed = new HashMap<>();
    private int leading;

    /** @param work answers every request of a group; what it throws fails those that are still open */
    public Combiner(CombinerLimits limits, Consumer<Group<R, A>> work) {
        this.limits = limits;
        this.work = work;
    }

    /** Interrupted, or waited for longer than callers do; what came of the request is not known. */
    public static final class NotAnswered extends RuntimeException {
        NotAnswered() {
            super("not answered in time", null, false, false);
        }
    }

    /** The answer to this request. @throws NotAnswered when the caller's patience is over before there is one */
    public A ask(R request) {
        var ask = new Ask<R, A>(request);
        long deadline = System.nanoTime() + limits.patience().toNanos();
        enter(ask);
        while (!ask.isAnswered()) {
            if (ask.leads) {
                lead(ask);
            } else if (!ask.await(deadline)) {
                leave(ask);
            }
        }
        if (ask.leads) {
            locked(() -> handOver(ask));
        }
        return ask.answer();
    }

    private void enter(Ask<R, A> ask) {
        locked(() -> {
            queue.addLast(ask);
            if (leading < limits.leaders()) {
                leading++;
                ask.leads = true;
            } else if (queue.size() >= limits.most()) {
                company.signal();
            }
        });
    }

    /** Nobody serves it any more unless somebody has begun to; then its answer is not waited for. */
    private void leave(Ask<R, A> ask) {
        ask.fail(new NotAnswered());
        locked(() -> {
            queue.remove(ask);
            blocked.remove(ask);
        });
    }

    private void lead(Ask<R, A> leader) {
        boolean more = true;
        while (more && !leader.isAnswered()) {
            serve(next());
            lock.lock();
            try {
                more = !queue.isEmpty();
            } finally {
                lock.unlock();
            }
        }
        locked(() -> handOver(leader));
    }

    private Group<R, A> next() {
        lock.lock();
        try {
            awaitCompany();
            var asks = new ArrayList<Ask<R, A>>();
            var group = new Group<>(this, asks);
            while (asks.size() < limits.most() && !queue.isEmpty()) {
                var ask = queue.removeFirst();
                ask.group = group;
                asks.add(ask);
            }
            return group;
        } finally {
            lock.unlock();
        }
    }

    private void awaitCompany() {
        try {
            long left = limits.company().toNanos();
            while (leading > 1 && queue.size() < limits.most() && left > 0) {
                left = company.awaitNanos(left);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(Group<R, A> group) {
        try {
            if (!group.all().isEmpty()) {
                work.accept(group);
            }
            group.open().forEach(ask -> ask.fail(new IllegalStateException("left open")));
        } catch (Throwable failure) {
            group.open().forEach(ask -> ask.fail(failure));
        } finally {
            locked(() -> release(group));
        }
    }

    List<Ask<R, A>> claim(List<Ask<R, A>> wanting, Function<R, ? extends Collection<?>> touches) {
        var granted = new ArrayList<Ask<R, A>>();
        locked(() -> wanting.forEach(ask -> {
            var things = List.<Object>copyOf(touches.apply(ask.request()));
            if (things.stream().allMatch(thing -> claimed.getOrDefault(thing, ask) == ask)) {
                things.forEach(thing -> claimed.put(thing, ask));
                ask.claims = things;
                granted.add(ask);
            } else {
                ask.group = null;
                blocked.addLast(ask);
            }
        }));
        return granted;
    }

    /** What was claimed is free; those that wait for it, or for others, go before whoever came later. */
    private void release(Group<R, A> group) {
        boolean freed = false;
        for (var ask : group.all()) {
            if (ask.group == group) {
                freed |= !ask.claims.isEmpty();
                ask.claims.forEach(claimed::remove);
                ask.group = null;
            }
        }
        while (freed && !blocked.isEmpty()) {
            queue.addFirst(blocked.removeLast());
        }
    }

    /** The oldest that waits leads next; with nobody waiting there is one leader less. */
    private void handOver(Ask<R, A> leader) {
        leader.leads = false;
        for (var next : queue) {
            if (!next.leads && !next.isAnswered()) {
                next.leads = true;
                next.wake();
                return;
            }
        }
        leading--;
        company.signal();
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }
}
