package io.boxoffice.waitingroom.outbox;

import io.boxoffice.waitingroom.Repeating;
import io.boxoffice.waitingroom.redis.Watchlist;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Drains, again and again, the events with something to tell; Redis or Kafka being away only makes it later. */
@Component
class QueueOutboxDrainer extends Repeating {
    private static final Logger log = LoggerFactory.getLogger(QueueOutboxDrainer.class);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final QueueOutbox outbox;
    private final Watchlist watchlist;
    private boolean away;

    QueueOutboxDrainer(QueueOutbox outbox, Watchlist watchlist) {
        super("queue-outbox", PAUSE);
        this.outbox = outbox;
        this.watchlist = watchlist;
    }

    @Override
    protected void round() throws InterruptedException {
        var good = true;
        for (UUID event : watchlist.untold()) {
            good &= drain(event);
        }
        away = !good;
    }

    /** In a cluster some lines tell while the server of others is away. */
    private boolean drain(UUID event) throws InterruptedException {
        try {
            while (isRunning() && outbox.drain(event)) {
                log.atDebug().addKeyValue("event_id", event).log("more to tell");
            }
            watchlist.told(event);
            return true;
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            report(e);
            return false;
        }
    }

    private void report(Exception e) {
        if (!away && isRunning()) {
            away = true;
            log.atWarn().setCause(e).log("messages wait for Redis or Kafka");
        }
    }
}
