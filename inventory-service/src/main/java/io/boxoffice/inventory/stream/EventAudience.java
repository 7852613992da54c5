package io.boxoffice.inventory.stream;

import io.boxoffice.inventory.follow.Audience;
import io.boxoffice.inventory.follow.Change;
import io.boxoffice.inventory.follow.Followed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The viewers of one event. A change is encoded once and written to all; who was still reading then is told what changed meanwhile
 * when done, and who does not get done is closed.
 */
final class EventAudience implements Audience {
    private static final Duration LINGER = Duration.ofSeconds(10);
    /** Who names a version that this instance has not seen yet comes from one that is ahead by a moment. */
    private static final Duration AHEAD = Duration.ofSeconds(1);
    /** A heartbeat for all in one go would keep a change waiting. */
    private static final int HEARTBEAT_SHARE = 20;

    private final Frames frames;
    private final StreamProperties properties;
    private final LongSupplier nanoTime;
    private final Runnable whenOver;
    private final Queue<Viewer> newcomers = new ConcurrentLinkedQueue<>();
    private final List<Viewer> viewers = new ArrayList<>();
    private final List<Viewer> ahead = new ArrayList<>();
    private @Nullable Recent recent;
    private byte @Nullable [] snapshot;
    private long lastSomebody;
    private boolean over;

    EventAudience(Frames frames, StreamProperties properties, LongSupplier nanoTime, Runnable whenOver) {
        this.frames = frames;
        this.properties = properties;
        this.nanoTime = nanoTime;
        this.whenOver = whenOver;
        this.lastSomebody = nanoTime.getAsLong();
    }

    /** Whether it came in time. @param last the version told before, or {@link Viewer#NOTHING} */
    synchronized boolean join(Ear ear, long last) {
        return !over && newcomers.add(new Viewer(ear, last, nanoTime.getAsLong()));
    }

    @Override
    public void heard(Followed now, @Nullable Change change) {
        long at = nanoTime.getAsLong();
        snapshot = null;
        if (change != null) {
            recent(now).add(change, at);
        }
        tellViewers(now, change, at);
        greet(now, at);
        if (!viewers.isEmpty() || !ahead.isEmpty()) {
            lastSomebody = at;
        }
    }

    @Override
    public void heardAnew(Followed now) {
        snapshot = null;
        recent = new Recent(now.version());
        viewers.forEach(Viewer::forget);
    }

    private Recent recent(Followed now) {
        var known = recent;
        if (known == null) {
            known = new Recent(now.version());
            recent = known;
        }
        return known;
    }

    private void tellViewers(Followed now, @Nullable Change change, long at) {
        byte[] delta = change == null ? null : frames.delta(now, change.from(), change.seats());
        int heartbeats = 1 + viewers.size() / HEARTBEAT_SHARE;
        for (Iterator<Viewer> each = viewers.iterator(); each.hasNext(); ) {
            var viewer = each.next();
            if (viewer.ear().isClosed()) {
                each.remove();
            } else if (!viewer.ear().isFree()) {
                if (viewer.wasToldNothingFor(properties.patience(), at)) {
                    viewer.ear().close();
                }
            } else if (change != null && delta != null && viewer.told() == change.from()) {
                viewer.tell(now.version(), at, delta);
            } else if (viewer.told() != now.version()) {
                viewer.tell(now.version(), at, whatIsNewFor(viewer, now));
            } else if (heartbeats > 0 && viewer.wasToldNothingFor(properties.heartbeat(), at)) {
                heartbeats--;
                viewer.tell(now.version(), at, Frames.HEARTBEAT);
            }
        }
    }

    private void greet(Followed now, long at) {
        var waiting = List.copyOf(ahead);
        ahead.clear();
        waiting.forEach(viewer -> greet(viewer, now, at));
        for (var viewer = newcomers.poll(); viewer != null; viewer = newcomers.poll()) {
            greet(viewer, now, at);
        }
    }

    private void greet(Viewer viewer, Followed now, long at) {
        if (viewer.told() > now.version() && !viewer.wasToldNothingFor(AHEAD, at)) {
            ahead.add(viewer);
            return;
        }
        viewer.tell(now.version(), at, Frames.retry(comeBack()), whatIsNewFor(viewer, now));
        viewers.add(viewer);
    }

    private byte[] whatIsNewFor(Viewer viewer, Followed now) {
        return recent(now)
                .since(viewer.told(), now.version())
                .map(seats -> frames.delta(now, viewer.told(), seats))
                .orElseGet(() -> snapshot(now));
    }

    private byte[] snapshot(Followed now) {
        var known = snapshot;
        if (known == null) {
            known = frames.snapshot(now);
            snapshot = known;
        }
        return known;
    }

    /** Not all at the same moment. */
    private static Duration comeBack() {
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(1_000, 5_000));
    }

    @Override
    public boolean isExpectant() {
        return !newcomers.isEmpty();
    }

    @Override
    public synchronized boolean isOver() {
        over |= viewers.isEmpty()
                && newcomers.isEmpty()
                && ahead.isEmpty()
                && nanoTime.getAsLong() - lastSomebody > LINGER.toNanos();
        return over;
    }

    @Override
    public void left() {
        synchronized (this) {
            over = true;
        }
        whenOver.run();
        viewers.addAll(ahead);
        viewers.addAll(newcomers);
        for (var viewer : viewers) {
            if (viewer.ear().isFree()) {
                viewer.ear().say(Frames.retry(comeBack()));
            }
            viewer.ear().close();
        }
    }
}
