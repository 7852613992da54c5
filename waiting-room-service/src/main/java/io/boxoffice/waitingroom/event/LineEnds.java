package io.boxoffice.waitingroom.event;

import io.boxoffice.waitingroom.redis.LuaScript;
import io.boxoffice.waitingroom.redis.LuaScripts;
import io.boxoffice.waitingroom.redis.Watchlist;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Closes lines of events that do not take place; those waiting are sent home by the ticks that follow. */
@Component
class LineEnds {
    private final LuaScript setEnded;
    private final Watchlist watchlist;

    LineEnds(LuaScripts scripts, Watchlist watchlist) {
        this.setEnded = scripts.named("event/set-ended");
        this.watchlist = watchlist;
    }

    void set(UUID event, EventOnSale.Status status, long version) {
        // as numbered in lua/entry.lua
        var reason = switch (status) {
            case ON -> 0;
            case CANCELLED -> 7;
            case POSTPONED -> 8;
        };
        if (reason != 0) {
            watchlist.watch(event);
        }
        setEnded.run(event, reason, version);
    }
}
