package io.boxoffice.waitingroom.lines;

import io.boxoffice.waitingroom.Repeating;
import io.boxoffice.waitingroom.redis.Watchlist;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps the marks of busy lines twice a second, of all others every few; while PostgreSQL or Redis is away they come later. */
@Component
class MarkTicker extends Repeating {
    private static final Logger log = LoggerFactory.getLogger(MarkTicker.class);
    private static final Duration TICK = Duration.ofMillis(500);
    private static final int ALL_EVERY = 8;

    private final MarkKeeper keeper;
    private final Watchlist watchlist;
    private int round;
    private boolean late;

    MarkTicker(MarkKeeper keeper, Watchlist watchlist) {
        super("marks", TICK);
        this.keeper = keeper;
        this.watchlist = watchlist;
    }

    @Override
    protected void round() {
        tick(round == 0);
        round = (round + 1) % ALL_EVERY;
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
