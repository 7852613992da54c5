package io.boxoffice.waitingroom.admission;

import io.boxoffice.waitingroom.Repeating;
import io.boxoffice.waitingroom.redis.Watchlist;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/** Looks at events with somebody in them five times a second, at all others every two seconds; it outlives Redis's outages. */
@Component
class AdmissionTicker extends Repeating {
    private static final Logger log = LoggerFactory.getLogger(AdmissionTicker.class);
    private static final Duration TICK = Duration.ofMillis(200);
    private static final int ALL_EVERY = 10;

    private final Gate gate;
    private final Watchlist watchlist;
    private int round;
    private boolean away;

    AdmissionTicker(Gate gate, Watchlist watchlist) {
        super("admission", TICK);
        this.gate = gate;
        this.watchlist = watchlist;
    }

    @Override
    protected void round() {
        tick(round == 0);
        round = (round + 1) % ALL_EVERY;
    }

    private void tick(boolean all) {
        var good = !all || attempt(watchlist::refresh);
        for (UUID event : all ? watchlist.all() : watchlist.busy()) {
            good &= attempt(() -> look(event));
        }
        away = !good;
    }

    /** In a cluster some lines go on while the server of others is away. */
    private boolean attempt(Runnable what) {
        try {
            what.run();
            return true;
        } catch (DataAccessResourceFailureException e) {
            if (!away && isRunning()) {
                away = true;
                log.atWarn().setCause(e).log("admission waits for Redis");
            }
            return false;
        }
    }

    /** One event's trouble is not the others'. */
    private void look(UUID event) {
        try {
            gate.look(event);
        } catch (DataAccessResourceFailureException e) {
            throw e;
        } catch (RuntimeException e) {
            log.atError().addKeyValue("event_id", event).setCause(e).log("admission failed");
        }
    }
}
