package io.boxoffice.inventory.follow;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows one event with a thread of its own, since telling thousands takes a core's time: looks every so often, at once after a
 * quiet while when this instance itself changed a seat, and outlives the shard's outages.
 */
final class Follower implements Following.Followership {
    private static final Logger log = LoggerFactory.getLogger(Follower.class);
    private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();
    /** Those who come together are told together. */
    private static final long BREATH_NANOS = Duration.ofMillis(10).toNanos();

    private final UUID event;
    private final Looks looks;
    private final Audience audience;
    private final long everyNanos;
    private final long checkNanos;
    private final Repairs repairs;
    private final Thread thread;
    private final AtomicLong changes = new AtomicLong();
    private volatile boolean ended;
    private volatile Seen seen;
    private Followed followed;
    private long nextLook;
    private long nextCheck;
    private long lastNews;
    private boolean failing;
    private Runnable whenOver = () -> {};

    /** @param changes how many this instance had made before the look began */
    private record Seen(Following.Shown shown, long changes, long at) {}

    /** Looks for the first time. */
    Follower(UUID event, Looks looks, Audience audience, FollowProperties properties, Repairs repairs) {
        this.event = event;
        this.looks = looks;
        this.audience = audience;
        this.everyNanos = properties.every().toNanos();
        this.checkNanos = properties.check().toNanos();
        this.repairs = repairs;
        this.followed = new Followed(event, looks.whole(event));
        this.seen = seen(-1, System.nanoTime());
        this.lastNews = System.nanoTime() - everyNanos;
        this.nextLook = System.nanoTime() + everyNanos;
        this.nextCheck = System.nanoTime() + checkNanos;
        this.thread = Thread.ofPlatform().daemon().name("follow-" + event).unstarted(this::run);
    }

    void start(Runnable whenOver) {
        this.whenOver = whenOver;
        thread.start();
    }

    /** This instance changed a seat, committed. */
    void changed() {
        changes.incrementAndGet();
        LockSupport.unpark(thread);
    }

    @Override
    public void wake() {
        LockSupport.unpark(thread);
    }

    @Override
    public void end() {
        ended = true;
        LockSupport.unpark(thread);
    }

    @Override
    public void awaitEnd(Duration longest) throws InterruptedException {
        thread.join(longest);
    }

    /** What was seen, unless something changed since or the shard is away. */
    Optional<Following.Shown> fresh() {
        var now = seen;
        return now.changes() == changes.get() && System.nanoTime() - now.at() < everyNanos + PAUSE_NANOS
                ? Optional.of(now.shown())
                : Optional.empty();
    }

    private void run() {
        try {
            while (!ended && !audience.isOver()) {
                var change = isLookDue() ? look() : null;
                audience.heard(followed, change);
                await();
            }
        } catch (RuntimeException failure) {
            log.atError().addKeyValue("event_id", event).setCause(failure).log("event is followed no longer");
        } finally {
            whenOver.run();
            audience.left();
        }
    }

    private void await() {
        long toldAt = System.nanoTime();
        for (long now = toldAt; !ended && !isLookDue(); now = System.nanoTime()) {
            long breath = audience.isExpectant() ? toldAt + BREATH_NANOS - now : Long.MAX_VALUE;
            if (breath <= 0) {
                return;
            }
            LockSupport.parkNanos(this, Math.min(breath, nextLook - now));
        }
    }

    private boolean isLookDue() {
        long now = System.nanoTime();
        boolean newsAfterAWhile = !failing && seen.changes() != changes.get() && now - lastNews >= everyNanos;
        return newsAfterAWhile || now - nextLook >= 0;
    }

    private @Nullable Change look() {
        long mark = changes.get();
        long began = System.nanoTime();
        nextLook = began + everyNanos;
        try {
            var change = began - nextCheck >= 0 ? check() : catchUp();
            seen = seen(mark, began);
            failing = false;
            if (change != null) {
                lastNews = began;
            }
            return change;
        } catch (RuntimeException failure) {
            if (!failing) {
                log.atWarn().addKeyValue("event_id", event).setCause(failure).log("event cannot be followed");
            }
            failing = true;
            nextLook = began + PAUSE_NANOS;
            return null;
        }
    }

    private Seen seen(long mark, long at) {
        return new Seen(new Following.Shown(followed.version(), followed.asOf(), followed.sections()), mark, at);
    }

    private @Nullable Change catchUp() {
        var found = looks.since(event, followed.mark());
        if (found.isEmpty()) {
            anew(looks.whole(event));
            return null;
        }
        return followed.take(found.get()).orElse(null);
    }

    private @Nullable Change check() {
        nextCheck = System.nanoTime() + checkNanos;
        var found = looks.both(event, followed.mark());
        if (found.isEmpty()) {
            anew(looks.whole(event));
            return null;
        }
        var change = followed.take(found.get().changes()).orElse(null);
        int differences = followed.differences(new Followed(event, found.get().whole()));
        if (differences > 0) {
            repairs.repaired(event, differences);
            anew(found.get().whole());
            return null;
        }
        return change;
    }

    private void anew(Whole whole) {
        followed = new Followed(event, whole);
        audience.heardAnew(followed);
    }
}
