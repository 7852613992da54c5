package io.boxoffice.inventory.combine;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One caller's request on its way to its answer, which it gets once. */
public final class Ask<R, A> {
    private final R request;
    private final Thread caller = Thread.currentThread();
    private final AtomicReference<@Nullable Result<A>> result = new AtomicReference<>();

    /** It leads, or is to lead next; written under the combiner's lock. */
    volatile boolean leads;

    /** The group it is served in, none while it waits; written under the combiner's lock. */
    volatile @Nullable Group<R, A> group;

    /** What it has claimed in its group; guarded by the combiner's lock. */
    List<Object> claims = List.of();

    private record Result<A>(@Nullable A answer, @Nullable Throwable failure) {}

    Ask(R request) {
        this.request = request;
    }

    public R request() {
        return request;
    }

    /** Answers the caller, unless it has an answer already. */
    public void answer(A answer) {
        settle(new Result<>(answer, null));
    }

    /** Lets the caller's call fail, unless it has an answer already. */
    public void fail(Throwable failure) {
        settle(new Result<>(null, failure));
    }

    private void settle(Result<A> settled) {
        if (result.compareAndSet(null, settled) && Thread.currentThread() != caller) {
            LockSupport.unpark(caller);
        }
    }

    boolean isAnswered() {
        return result.get() != null;
    }

    /** Wakes the caller to look at what has changed. */
    void wake() {
        LockSupport.unpark(caller);
    }

    /** Waits to be answered or to lead. @return false when it was interrupted or had waited long enough */
    boolean await(long deadline) {
        while (!isAnswered() && !leads) {
            long left = deadline - System.nanoTime();
            if (left <= 0 || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(this, left);
        }
        return true;
    }

    A answer() {
        var settled = result.get();
        if (settled == null) {
            throw new IllegalStateException("not answered");
        }
        if (settled.failure() != null) {
            throw unchecked(settled.failure());
        }
        return Objects.requireNonNull(settled.answer());
    }

    private static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(failure);
    }
}
