package io.boxoffice.waitingroom.lines;

import io.boxoffice.waitingroom.redis.Watchlist;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Keeps the marks of busy lines twice a second, of all others every few; while PostgreSQL or Redis is away they come later. */
@Component
class MarkTicker implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(MarkTicker.class);
    private static final Duration TICK = Duration.ofMillis(500);
    private static final int ALL_EVERY = 8;

    private final MarkKeeper keeper;
    private final Watchlist watchlist;
    private volatile @Nullable Thread thread;
    private boolean late;

    MarkTicker(MarkKeeper keeper, Watchlist watchlist) {
        this.keeper = keeper;
        this.watchlist = watchlist;
    }

    @Override
    public void start() {
        var next = Thread.ofVirtual().name("marks").unstarted(this::run);
        thread = next;
        next.start();
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        for (int round = 0; thread == Thread.currentThread(); round = (round + 1) % ALL_EVERY) {
            tick(round == 0);
            try {
                Thread.sleep(TICK);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private void tick(boolean all) {
        var good = !all || attempt(keeper::remember);
        for (UUID event : all ? watchlist.all() : watchlist.busy()) {
            good &= attempt(() -> keeper.keep(event));
        }
        late = !good;
    }

    /** One line's trouble is not the others'. */
    private boolean attempt(Runnable what) {
        try {
            what.run();
            return true;
        } catch (RuntimeException e) {
            if (!late && isRunning()) {
                late = true;
                log.atWarn().setCause(e).log("marks wait for PostgreSQL or Redis");
            }
            return false;
        }
    }
}
