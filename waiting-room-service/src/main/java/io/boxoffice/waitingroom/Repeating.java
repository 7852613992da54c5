package io.boxoffice.waitingroom;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Work that is done again and again, with a pause between, on a thread of its own from start to stop. */
public abstract class Repeating implements SmartLifecycle {
    private final String name;
    private final Duration pause;
    private volatile @Nullable Thread thread;

    protected Repeating(String name, Duration pause) {
        this.name = name;
        this.pause = pause;
    }

    /** One round; what it throws ends the work, so it reports its own failures. */
    protected abstract void round() throws InterruptedException;

    @Override
    public final void start() {
        var next = Thread.ofVirtual().name(name).unstarted(this::run);
        thread = next;
        next.start();
    }

    @Override
    public final void stop() {
        var running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public final boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (thread == Thread.currentThread()) {
            try {
                round();
                Thread.sleep(pause);
            } catch (InterruptedException _) {
                return;
            }
        }
    }
}
