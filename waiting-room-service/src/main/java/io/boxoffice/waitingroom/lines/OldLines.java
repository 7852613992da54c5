package io.boxoffice.waitingroom.lines;

import io.boxoffice.waitingroom.event.EventOnSale;
import io.boxoffice.waitingroom.event.Events;
import io.boxoffice.waitingroom.redis.LuaScript;
import io.boxoffice.waitingroom.redis.LuaScripts;
import io.boxoffice.waitingroom.redis.Watchlist;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets the lines of events that are long over. Every instance does, for its own memory; in Redis the second finds nothing. */
@Component
class OldLines {
    private static final Logger log = LoggerFactory.getLogger(OldLines.class);
    private static final int BUCKETS = 200;
    private static final String MORE = "MORE";

    private final Watchlist watchlist;
    private final Events events;
    private final LineRepository repository;
    private final LuaScript forget;
    private final Duration keptFor;
    private final Clock clock;

    OldLines(
            Watchlist watchlist,
            Events events,
            LineRepository repository,
            LuaScripts scripts,
            LineProperties properties,
            Clock clock) {
        this.repository = repository;
        this.watchlist = watchlist;
        this.events = events;
        this.forget = scripts.named("lines/forget");
        this.keptFor = properties.keepLinesFor();
        this.clock = clock;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void look() {
        var codes = repository.forgetPieces(clock.instant().minus(keptFor));
        if (codes > 0) {
            log.atInfo().addKeyValue("pieces", codes).log("used presale codes forgotten");
        }
        for (var event : watchlist.all()) {
            try {
                if (events.find(event).filter(this::isLongOver).isPresent()) {
                    forget(event);
                }
            } catch (RuntimeException e) {
                // one event's trouble is not the others'
                log.atWarn().addKeyValue("event_id", event).setCause(e).log("line not forgotten");
            }
        }
    }

    private boolean isLongOver(EventOnSale event) {
        return event.closesAt().plus(keptFor).isBefore(clock.instant());
    }

    private void forget(UUID event) {
        var reply = forget.run(event, 0, BUCKETS);
        while (reply.word(0).equals(MORE)) {
            reply = forget.run(event, reply.number(1), BUCKETS);
        }
        if (reply.word(0).equals("FORGOTTEN")) {
            watchlist.forget(event);
            log.atInfo().addKeyValue("event_id", event).log("line forgotten");
        }
    }
}
