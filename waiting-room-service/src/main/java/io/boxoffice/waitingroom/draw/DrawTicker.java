package io.boxoffice.waitingroom.draw;

import io.boxoffice.waitingroom.Repeating;
import io.boxoffice.waitingroom.draw.DrawKeeper.Progress;
import io.boxoffice.waitingroom.event.EventOnSale;
import io.boxoffice.waitingroom.event.EventOnSale.QueueMode;
import io.boxoffice.waitingroom.event.Events;
import io.boxoffice.waitingroom.redis.Watchlist;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks at every lobby once a second, and again and again between its closing and the end of the draw; seldom afterwards, to repair what Redis lost. A thread of its own: while
 * PostgreSQL is away the lobby waits, but those in the line are still let in.
 */
@Component
class DrawTicker extends Repeating {
    private static final Logger log = LoggerFactory.getLogger(DrawTicker.class);
    private static final Duration TICK = Duration.ofMillis(100);
    private static final Duration OPEN = Duration.ofSeconds(1);
    private static final Duration DONE = Duration.ofSeconds(2);

    private final DrawKeeper keeper;
    private final Events events;
    private final Watchlist watchlist;
    private final InstantSource clock;
    private final Map<UUID, Instant> nextLook = new ConcurrentHashMap<>();
    private boolean failing;

    DrawTicker(DrawKeeper keeper, Events events, Watchlist watchlist, InstantSource clock) {
        super("draw", TICK);
        this.keeper = keeper;
        this.events = events;
        this.watchlist = watchlist;
        this.clock = clock;
    }

    @Override
    protected void round() {
        watchlist.all().forEach(this::tick);
    }

    private void tick(UUID id) {
        var now = clock.instant();
        if (now.isBefore(nextLook.getOrDefault(id, Instant.MIN))) {
            return;
        }
        try {
            nextLook.put(id, events.find(id).map(event -> look(event, now)).orElse(now.plus(DONE)));
            failing = false;
        } catch (RuntimeException e) {
            if (!failing && isRunning()) {
                log.atWarn().addKeyValue("event_id", id).setCause(e).log("the draw waits");
            }
            failing = true;
            nextLook.put(id, now.plus(OPEN));
        }
    }

    private Instant look(EventOnSale event, Instant now) {
        if (event.mode() != QueueMode.LOBBY) {
            return now.plus(DONE);
        }
        return switch (keeper.look(event)) {
            case Progress.OPEN -> soonest(now.plus(OPEN), event.opensAt(), now);
            case Progress.UNDER_WAY -> now;
            case Progress.DONE -> now.plus(DONE);
        };
    }

    /** In a second, or at the opening if that comes before. */
    private static Instant soonest(Instant later, Instant opening, Instant now) {
        return opening.isAfter(now) && opening.isBefore(later) ? opening : later;
    }
}
