package io.boxoffice.waitingroom.event;

import io.boxoffice.waitingroom.redis.LuaScript;
import io.boxoffice.waitingroom.redis.LuaScripts;
import io.boxoffice.waitingroom.redis.Watchlist;
import org.springframework.stereotype.Component;

/** Closes lines of events that do not take place, or have begun; those waiting are sent home by the ticks that follow. */
@Component
class LineEnds {
    private final LuaScript setEnded;
    private final Watchlist watchlist;

    LineEnds(LuaScripts scripts, Watchlist watchlist) {
        this.setEnded = scripts.named("event/set-ended");
        this.watchlist = watchlist;
    }

    void set(EventOnSale event) {
        var reason = event.status().reason();
        if (reason != 0) {
            watchlist.watch(event.eventId());
        }
        setEnded.run(event.eventId(), reason, event.version(), event.closesAt().toEpochMilli());
    }
}
